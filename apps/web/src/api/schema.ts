/** Made by `npm run openapi` from docs/openapi.json; changes here are lost. */

export interface paths {
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process answers
         * @description Answers while the event loop does and looks at nothing else. For the supervisor of the process.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Only from loopback and not through a proxy, or with the bearer token that the instance is configured with. Else it is as if the route did not exist.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this instance can work
         * @description Asks every dependency, each at most 2 s. 200 while `ok` or `degraded`, 503 when `failed` or `draining`. For the balancer in front.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how to set up
         * @description For browsers. While no GitHub App is set up, a page that says where the set-up link is found, and takes its code. Otherwise it sends the browser to the start page.
         */
        get: operations["showSetupHelp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/app": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Start the web app
         * @description Person, CSRF token, organizations with own role and first steps, and the installation. Reads stored rows and asks GitHub nothing. A token that is limited to one organization sees that one. Signed out it is 401, with `signIn` saying whether people can sign in here.
         */
        get: operations["getApp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public keys of the audit log
         * @description Ed25519 keys that sign heads and checkpoints, old ones included, for verifying exports elsewhere.
         */
        get: operations["listAuditKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sign in with GitHub
         * @description For browsers. Keeps a state for ten minutes and sends the browser to GitHub. `next` in the query is the path to come back to; anything but a path of our own pages is `/`. Ten tries a minute for each address.
         */
        get: operations["beginSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/github/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from GitHub
         * @description GitHub sends the browser here. Works once for each sign-in, in the browser that began it. Asks GitHub two things, for 8 s at most, then sends the browser on, or to the sign-in page with `error` and the request id.
         */
        get: operations["finishSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out of this browser
         * @description Ends the session, clears its cookie and closes its sockets. Without a session nothing happens.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out of every browser
         * @description Ends all sessions of the person, this one included, and closes their sockets. API tokens go on.
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/{commandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a command
         * @description What became of a command: how far it is, how it ended, and what it waits for. For its sender, admins of its organization and operators. With `Prefer: wait=n` it waits up to n seconds (1 to 10) for the outcome.
         */
        get: operations["getCommand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/{commandId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a command that has not begun
         * @description A command that no worker has begun gets the outcome `cancelled` and is never handled. For its sender, admins of its organization and operators.
         *
         *     Sends the command `messaging.cancelCommand`.
         */
        post: operations["cancelCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands/{commandId}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get everything a request began
         * @description The tree that the command is part of, from its root: commands, events and effects with state, time and depth. For those who may see the command; steps of organizations that the caller may not read are left out. At most 500 steps, then `truncated`.
         */
        get: operations["getCommandChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List dead letters
         * @description Commands, effects and reactions that could not be handled, newest first: those of the organizations that the caller administers; an operator sees all.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{deadLetterId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a dead letter
         * @description One dead letter with its message; operators also see where it failed and what could not be read.
         */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{deadLetterId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard a dead letter
         * @description Nothing more is done about it; the outcome of its command becomes `discarded`.
         *
         *     Sends the command `messaging.discardDeadLetter`.
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dead-letters/{deadLetterId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a dead letter
         * @description A command is sent again as a new one of the same sender, an effect is asked for again with renewed attempts and deadline, a reaction runs once more. A reaction that fails again leaves the letter `open`.
         *
         *     Sends the command `messaging.retryDeadLetter`.
         */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/github/installations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to install the GitHub App
         * @description Answers the address at GitHub where the App is installed. What comes back with the browser counts only in this session, once, within an hour. Ten a minute for each person.
         */
        post: operations["beginInstallation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/github/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from installing the GitHub App
         * @description GitHub sends the browser here. A state of this session makes the installation known at once, after GitHub confirmed that it is one of this person; a webhook does the same for everybody else. Sends the browser on, signed out to the sign-in page.
         */
        get: operations["finishInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List effects
         * @description Effects of the organizations that the caller administers, newest first; an operator sees all. Each with its state, step, attempts, deadline and what may be done with it.
         */
        get: operations["listEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/effects/{effectId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an effect
         * @description An effect that does not run ends and its entity is told; a running one is told to stop and ends by itself, so the answer says `running`. For admins of its organization and operators.
         *
         *     Sends the command `messaging.cancelEffect`.
         */
        post: operations["cancelEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/effects/{effectId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry an effect that gave up
         * @description Asks for it again with renewed attempts and deadline, after its module agreed that it is still wanted. For admins of its organization and operators.
         *
         *     Sends the command `messaging.retryEffect`.
         */
        post: operations["retryEffect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/entities/{module}/{entityId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened to an entity
         * @description Commands, events and effects of one entity, newest first, each with its state and times. For everybody who may read the entity; payloads are shown to admins of its organization only.
         */
        get: operations["listEntityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/entities/{module}/{entityId}/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what an entity waits for
         * @description Commands that have no outcome and effects that have not ended, with step, attempt, deadline, next try, and what the caller may do with them. For everybody who may read the entity.
         */
        get: operations["getPending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List processes
         * @description API and worker processes that were heard of in the last day, the youngest first.
         */
        get: operations["listProcesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queues
         * @description Every partition of every module and the effects of each: how much waits, since when, how much was done in the last minute, which worker holds it and which stands by.
         */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inspector/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schedules
         * @description Commands that will be sent, once or again and again, the next one first.
         */
        get: operations["listSchedules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instance/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries of the instance
         * @description Set-up, operator acts, key changes and sign-ins of nobody known, newest first. For operators.
         */
        get: operations["listInstanceAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show yourself
         * @description The person that the credentials stand for, the link to GitHub, preferences, and the CSRF token.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        /**
         * Delete your account
         * @description Needs your login and a sign-in of the last 10 minutes. Sessions, API tokens, preferences, drafts, inbox and marks go; you leave every organization, your tasks have no owner, and your authorization at GitHub is taken back. Entries of the audit log keep your id. If GitHub does not take the authorization back, remove it in your settings there. Not waited for.
         *
         *     Sends the command `user.deleteAccount`.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/api-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your API tokens
         * @description Tokens that may be used first, then those that ended in the last 30 days. Never with their secrets.
         */
        get: operations["listApiTokens"];
        put?: never;
        /**
         * Make an API token
         * @description Draws a secret and shows it once; only its hash is kept. Not settled in time: the secret is thrown away, and the token can only be revoked. At most 50 live tokens.
         *
         *     Sends the command `user.createApiToken`.
         */
        post: operations["createApiToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/api-tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description Ends the token for good and closes its sockets. Repeating it changes nothing.
         *
         *     Sends the command `user.revokeApiToken`.
         */
        delete: operations["revokeApiToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your own audit entries
         * @description Sign-ins, sessions, tokens and what happened in your personal organization, newest first. A token of another organization sees nothing here.
         */
        get: operations["listOwnAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/discovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for organizations
         * @description Asks GitHub where the caller belongs; once a minute. What is found comes on the own topic.
         *
         *     Sends the command `github-data.discoverAccounts`.
         */
        post: operations["discoverOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/drafts/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what you are writing in one place
         * @description The draft with its text. Where nothing is being written it is empty, with null as `messageId`.
         */
        get: operations["getDraft"];
        /**
         * Save what you are writing
         * @description Keeps the whole draft; the last one to arrive wins. Ignored when the message of this id was sent already. At most 500 drafts. Not waited for; your own topic shows it.
         *
         *     Sends the command `user.saveDraft`.
         */
        put: operations["saveDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your inbox
         * @description Items with their task and cause, the newest first. Items that are done stay for 30 days.
         */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/inbox/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark items of your inbox done
         * @description Up to 200 items by their ids, or all that are open. Named items can be opened again. Ids that are not yours are left out. A token for one organization reaches the items of that one.
         *
         *     Sends the command `user.setInboxDone`.
         */
        post: operations["setInboxDone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your preferences
         * @description Merges what is sent into your preferences; in records, null takes an entry away. 16 KiB in all.
         *
         *     Sends the command `user.updatePreferences`.
         */
        patch: operations["updatePreferences"];
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description Browsers in which you are signed in, the one used last first, with device and shortened address.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out another browser
         * @description Ends one of your sessions and closes its sockets. Repeating it changes nothing.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what you keep of a task
         * @description Active session, pin, unread by session, and drafts. Of a task that you never opened it is all empty.
         */
        get: operations["getOwnTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tasks/{taskId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Note that you look at a task
         * @description Keeps which session you look at, so that the task opens there again, on every device.
         *
         *     Sends the command `user.openTask`.
         */
        put: operations["openTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tasks/{taskId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Pin a task for yourself
         * @description Puts the task on top of your list, in the order of ranks, or takes it from there. At most 200 pins.
         *
         *     Sends the command `user.pinTask`.
         */
        put: operations["pinTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tasks/{taskId}/sessions/{sessionId}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a session unread
         * @description Until it is shown again. Marking it twice changes nothing.
         *
         *     Sends the command `user.markUnread`.
         */
        post: operations["markSessionUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/tasks/{taskId}/sessions/{sessionId}/viewed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note how far a session was shown
         * @description Ends the unread mark, unless something newer came, and items of the inbox that said no more than what was shown. Not waited for; after five minutes without a worker it lapses.
         *
         *     Sends the command `user.markViewed`.
         */
        post: operations["markSessionViewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Cancel a message
         * @description While no agent has it.
         *
         *     Sends the command `task.cancelMessage`.
         */
        delete: operations["cancelMessage"];
        options?: never;
        head?: never;
        /**
         * Edit a message
         * @description While no agent has it. Any writer may; its author stays.
         *
         *     Sends the command `task.editMessage`.
         */
        patch: operations["editMessage"];
        trace?: never;
    };
    "/v1/messages/{messageId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a message again
         * @description One that failed, whose turn failed, or that waits behind an error; or runs it without GitHub access.
         *
         *     Sends the command `task.retryMessage`.
         */
        post: operations["retryMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{operationId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an operation
         * @description What it did already stays. Not once GitHub was asked.
         *
         *     Sends the command `task.cancelOperation`.
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{operationId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an operation again
         * @description One that failed or was cancelled, as the person who asks now.
         *
         *     Sends the command `task.retryOperation`.
         */
        post: operations["retryOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an organization
         * @description The profile, the settings and the own role. The ETag is what changes of profile and settings name.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename an organization
         * @description Sets the name that is shown here, or returns to that of GitHub. Every member sees it at once.
         *
         *     Sends the command `organization.updateProfile`.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/v1/organizations/{organizationId}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List agents
         * @description As a machine of the organization last told them, else those that Foundry knows; starts no machine.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries of an organization
         * @description Newest first by number. Several filters are joined by and, repeated ones by or. Pages neither skip nor repeat while entries arrive. A kind or actor that nobody knows gives an empty list.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/audit/{seq}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an audit entry with its proof
         * @description The entry, what its hash is of, the hash before, and the nearest signature at or after it.
         */
        get: operations["getAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/audit/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export the audit chain
         * @description Appends `audit.exported`, then streams the smallest piece of the chain that holds every entry of the period and ends with a signature, from one snapshot. Verify it with audit-verify.mjs. The stream ends after 60 s in which nothing is read.
         */
        post: operations["exportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the end of the audit chain
         * @description The last entry with its signature, the last checkpoint, and what the last nightly verification found.
         */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verify the audit chain
         * @description Recomputes at most 10,000 entries from `from` on and names the first bad one; go on at `next`. Changes nothing.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read installation and sync
         * @description Whether the App can work there, how fresh the copy is, and how far the present sync is.
         */
        get: operations["getGithub"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook deliveries
         * @description Receipts of the last 30 days, newest first, without what they carried.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply a failed delivery again
         * @description What GitHub sent is kept for seven days; until then a delivery that failed can be applied again.
         *
         *     Sends the command `github-data.retryDelivery`.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members at GitHub
         * @description Members of the organization at GitHub by login, whether they ever signed in here or not.
         */
        get: operations["listGithubMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List syncs
         * @description Syncs of the last 30 days, newest first.
         */
        get: operations["listSyncs"];
        put?: never;
        /**
         * Read GitHub again
         * @description Starts a sync, or queues one behind the running one; one a minute for each person. Progress comes on the topic of the organization.
         *
         *     Sends the command `github-data.requestSync`.
         */
        post: operations["requestSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/syncs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sync
         * @description How far it is or how it ended, with the repositories that could not be read.
         */
        get: operations["getSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/github/syncs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a sync
         * @description Ends it; what it read stays, nothing is removed, and what arrives late is ignored.
         *
         *     Sends the command `github-data.cancelSync`.
         */
        post: operations["cancelSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description Active members by role, then login; people who were blocked only when asked for.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/members/{userId}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant a member a role
         * @description Changes what a member may do; blocked ends the membership, none returns to what GitHub and the settings say. Owners at GitHub cannot be changed here, and only an owner makes admins.
         *
         *     Sends the command `organization.grantRole`.
         */
        put: operations["grantRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/pull-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pull requests
         * @description Pull requests as they are known here, without their text, the last changed first.
         */
        get: operations["listPullRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List repositories
         * @description Repositories that the App can see, by name, with how fresh their pull requests are.
         */
        get: operations["listRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/repositories/{repositoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a repository
         * @description A repository with how fresh its pull requests are and what the caller may do there.
         */
        get: operations["getRepository"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/repositories/{repositoryId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest branches
         * @description At most 50 names that events and pull requests mentioned, the last seen first; others may exist.
         */
        get: operations["listBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/sandboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the machines of an organization
         * @description Every sandbox that did not end, with its task, provider, state and age, of repositories that the caller sees. No machine is asked.
         */
        get: operations["listSandboxes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings of an organization
         * @description Merges the given keys into the settings and validates the whole. A local sandbox provider can be added by an owner only.
         *
         *     Sends the command `organization.updateSettings`.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/v1/organizations/{organizationId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Tasks with newest activity first, virtual ones included. Tasks of repositories that you cannot read on GitHub are not in it, unless the organization shows them to every member.
         */
        get: operations["listTasks"];
        put?: never;
        /**
         * Begin a task
         * @description Reserves a branch and begins a task on it with its first message. A branch that only shows a pull request gives its task instead of a new one: the answer names that id and `adopted` is true. GitHub is not asked whether an existing branch is there; the task says so when it is not.
         *
         *     Sends the command `organization.createTask`.
         */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one row of the list of tasks
         * @description The row of one task, virtual or not. Reading never makes a virtual task real.
         */
        get: operations["getListedTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/tasks/{taskId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a task
         * @description A virtual task leaves the list at once and stays away when its pull request is opened again. A real one is asked to save its work first. It can be restored.
         *
         *     Sends the command `organization.setVirtualTaskArchived`.
         */
        post: operations["archiveTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/tasks/{taskId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a task
         * @description Brings an archived task back into the list under its id. A real one gets no machine by it.
         *
         *     Sends the command `organization.setVirtualTaskArchived`.
         */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/tasks/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count tasks by repository
         * @description For each repository that has tasks: how many are active, virtual, running or waiting for a person.
         */
        get: operations["countTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List variables
         * @description Names, who set them and when; never their values.
         */
        get: operations["listVariables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/variables/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a variable
         * @description New machines see it, and present ones after their agent server starts again.
         *
         *     Sends the command `sandbox.setVariable`.
         */
        put: operations["setVariable"];
        post?: never;
        /**
         * Remove a variable
         * @description Machines that run keep it until their agent server starts again.
         *
         *     Sends the command `sandbox.removeVariable`.
         */
        delete: operations["removeVariable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/variables/{name}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the key of a model
         * @description Asks the API of the model for its list of models; the result is in the variable a moment later.
         *
         *     Sends the command `sandbox.testModelKey`.
         */
        post: operations["testVariable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions/{permissionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a request of an agent
         * @description The first answer wins; whoever comes second is told who gave it.
         *
         *     Sends the command `task.answerPermission`.
         */
        post: operations["answerPermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sandbox
         * @description What the machine is doing, until when, what keeps it alive, and whose credential is on it.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agents of a sandbox
         * @description As they were last read from a machine; reading this starts none.
         */
        get: operations["listSandboxAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List checkpoints
         * @description Saved states that are kept: the last three of the task, and the one of each loss.
         */
        get: operations["listCheckpoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/exec": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a program
         * @description Runs one program in the repository and answers when it ended, or when its time was up. Starts nothing.
         */
        post: operations["execInSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a sandbox running
         * @description Moves the time at which it would pause.
         *
         *     Sends the command `sandbox.extend`.
         */
        post: operations["extendSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a sandbox
         * @description Saves the work and puts the machine to sleep. Refused while a turn or an operation runs.
         *
         *     Sends the command `sandbox.pause`.
         */
        post: operations["pauseSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List processes
         * @description Those that run, or with `all` also those that ended. Of a machine that is away the list is empty.
         */
        get: operations["listSandboxProcesses"];
        put?: never;
        /**
         * Start a process
         * @description Starts a program in the repository, by its arguments and without a shell; it goes on by itself.
         *
         *     Sends the command `sandbox.createProcess`.
         */
        post: operations["createProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/processes/{processId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a process
         * @description Its state as it was last told.
         */
        get: operations["getProcess"];
        put?: never;
        post?: never;
        /**
         * Remove an ended process
         * @description Takes it off the list.
         *
         *     Sends the command `sandbox.deleteProcess`.
         */
        delete: operations["deleteProcess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/processes/{processId}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kill a process
         * @description Sends KILL, which no process can refuse, and answers at once.
         *
         *     Sends the command `sandbox.killProcess`.
         */
        post: operations["killProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/processes/{processId}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a process said
         * @description Entries that the machine keeps, oldest first. Of a machine that is away there are none.
         */
        get: operations["readProcessLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/processes/{processId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a process to end
         * @description Sends TERM and answers at once; the list shows when the process took it.
         *
         *     Sends the command `sandbox.stopProcess`.
         */
        post: operations["stopProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/recreate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild a sandbox
         * @description Saves the work where the machine answers, ends it, and makes another one of the saved state.
         *
         *     Sends the command `sandbox.recreate`.
         */
        post: operations["recreateSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a sandbox
         * @description Wakes a paused machine, and makes a lost one again. One that runs stays as it is.
         *
         *     Sends the command `sandbox.resume`.
         */
        post: operations["resumeSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandboxes/{sandboxId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed step again
         * @description Repeats what gave up: making the machine, starting it, preparing the repository, waking it.
         *
         *     Sends the command `sandbox.retry`.
         */
        post: operations["retrySandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a session
         * @description A name that a person gave is not changed by the agent any more.
         *
         *     Sends the command `task.renameSession`.
         */
        patch: operations["renameSession"];
        trace?: never;
    };
    "/v1/sessions/{sessionId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a session
         * @description Stops its turn and cancels what waits. The transcript stays.
         *
         *     Sends the command `task.closeSession`.
         */
        post: operations["closeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/configure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose model, mode and reasoning of a session
         * @description What is absent stays; null takes the usual one of the agent. An agent that runs is told, and what it refuses is as before. The agent itself can be chosen until the first turn.
         *
         *     Sends the command `task.configureSession`.
         */
        post: operations["configureSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages of a session
         * @description The queue and the history of what was said.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message
         * @description It waits until machine, identity and session are ready, and says what it waits for.
         *
         *     Sends the command `task.sendMessage`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/release-queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what is queued
         * @description After somebody stopped a turn while messages waited.
         *
         *     Sends the command `task.releaseQueue`.
         */
        post: operations["releaseQueue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a session again
         * @description After its agent could not be started.
         *
         *     Sends the command `task.retrySession`.
         */
        post: operations["retrySession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the turn of a session
         * @description The conversation goes on; what is queued waits for a word.
         *
         *     Sends the command `task.stopTurn`.
         */
        post: operations["stopTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the transcript of a session
         * @description The newest entries, or those before or after one. It can be read when the machine and the task are gone.
         */
        get: operations["readTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/transcript/outline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the outline of a transcript
         * @description The prompts, what happened in git, and the errors: where to go in a long transcript.
         */
        get: operations["readOutline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}/transcript/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the transcript of a session
         * @description Entries whose text has these words, with what stands around the first place.
         */
        get: operations["searchTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the form that makes the GitHub App
         * @description For browsers. `token` in the query is that of the set-up link that was printed at the start, good for an hour and for one App; an unknown or used one is 404. `organization` is the login of the company that shall own the App. The form takes the manifest to GitHub.
         */
        get: operations["showSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from GitHub with a new App
         * @description GitHub sends the browser here. `state` is good for one App; an unknown or used one is 404. Exchanges the code and stores the App with its secrets encrypted; it is in use at once, in every process.
         */
        get: operations["finishSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a task
         * @description The task with its machine, open sessions, waiting requests and last operations; `topicVersion` is where the topic `task:<id>` goes on. Of one that nobody used yet: its row, and `virtual: true`.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done in a task
         * @description The audit entries of the task, newest first: without addresses, and without the details of credentials. The whole entries are in the audit log of the organization.
         */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a task that was used
         * @description Stops its turns, cancels what waits, saves the work and ends the machine. The operation is in the topic of the task. `archiveTask` archives tasks that nobody used yet as well.
         *
         *     Sends the command `task.archive`.
         */
        post: operations["archiveUsedTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a task changed
         * @description Files that differ from where the branch left its base, files without a commit included, with counts of lines; at most 2,000. Read after each saved state, so it is as old as `readAt` says.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/changes/patch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the patch of a changed file
         * @description As git writes it, at most 1 MiB; of a binary or larger one there is none.
         */
        get: operations["readPatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/close-pull-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the pull request of a task
         * @description At GitHub, as you, without merging it.
         *
         *     Sends the command `task.closePullRequest`.
         */
        post: operations["closePullRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/dismiss-error": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss the error of a task
         * @description Takes the failure off the task that it shows; what failed stays in its session or operation.
         *
         *     Sends the command `task.dismissError`.
         */
        post: operations["dismissTaskError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a folder of the repository
         * @description As it was last saved, with everything that is not committed yet. Needs the machine to run.
         */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/files/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a file of the repository
         * @description Its text, at most 1 MiB; of a binary or larger one only the size. Needs the machine to run.
         */
        get: operations["readFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/files/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find files of the repository by their paths
         * @description Paths with all of these words, as the repository was last saved. Needs the machine to run.
         */
        get: operations["searchFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a task for good
         * @description Ends its machine and frees its branch; nothing is saved. Refused while it has work that GitHub does not have, unless `discardWork` gives that up. With `deleteBranch` the branch that the task brought to GitHub goes as well, unless somebody else pushed to it: then the operation says so, and the task ends all the same. Its transcripts stay readable for 30 days.
         *
         *     Sends the command `task.kill`.
         */
        post: operations["killTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge the pull request of a task
         * @description At GitHub, as you, if its head is still the commit that you saw; afterwards the branch is deleted and the task archived where asked for.
         *
         *     Sends the command `task.mergePullRequest`.
         */
        post: operations["mergePullRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message in a new session
         * @description Opens the session with it. A task that nobody used yet becomes real by it.
         *
         *     Sends the command `task.sendMessage`.
         */
        post: operations["sendFirstMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operations of a task
         * @description Newest first, ended ones too, with their steps and how they ended.
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the owner of a task
         * @description From now on the task uses the git identity and the credentials of this person: at once, or when the present turn ends. Starts no machine. With an API token only oneself can be chosen.
         *
         *     Sends the command `task.changeOwner`.
         */
        put: operations["changeTaskOwner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests of agents in a task
         * @description What agents asked, newest first, and who answered what.
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what agents may do without asking
         * @description `ask`: nothing. `edits`: what only reads or changes files of the task. `all`: everything. Where an agent waits for leave that the policy now gives, it gets it at once.
         *
         *     Sends the command `task.setPermissionPolicy`.
         */
        put: operations["setTaskPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the machine of a task
         * @description Asks for the machine without a message, for a terminal; what it does is in the task and its sandbox.
         *
         *     Sends the command `task.prepare`.
         */
        post: operations["prepareTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/pull-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the pull request of a task
         * @description Pushes, then opens a pull request as you; one that is open already is taken as it is.
         *
         *     Sends the command `task.publishPullRequest`.
         */
        post: operations["publishPullRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Push the branch of a task
         * @description Sends its commits to GitHub as you; with a message everything is committed before. Never replaces commits at GitHub, unless `force` names the one that is there.
         *
         *     Sends the command `task.push`.
         */
        post: operations["pushTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark the pull request of a task as ready
         * @description Makes a draft ready for review, at GitHub, as you.
         *
         *     Sends the command `task.markReady`.
         */
        post: operations["markPullRequestReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/revert-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back the changes of one file
         * @description As the base branch or the last commit has it; the state before is in a checkpoint.
         *
         *     Sends the command `task.revertFile`.
         */
        post: operations["revertFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the sandbox of a task
         * @description The one that the task has, or the last one that it had.
         */
        get: operations["getTaskSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sessions of a task
         * @description Open sessions, and closed ones when asked for. A task that nobody used yet has none.
         */
        get: operations["listTaskSessions"];
        put?: never;
        /**
         * Open a session
         * @description Its agent starts with the first message. The same id again gives the same answer.
         *
         *     Sends the command `task.createSession`.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring what is new into the branch of a task
         * @description Its own new commits at GitHub, and those of the base branch, merged or rebased. With a conflict nothing is changed, and the operation names the files.
         *
         *     Sends the command `task.sync`.
         */
        post: operations["syncTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/title": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename a task
         * @description Gives the task a title, which pull requests and agents do not change any more.
         *
         *     Sends the command `task.rename`.
         */
        put: operations["renameTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trust the fork of a task
         * @description Agents may work on the branch of a fork, with variables and credentials. Look at it first.
         *
         *     Sends the command `task.trust`.
         */
        post: operations["trustTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open an archived task again
         * @description Without a machine: the next act brings one, with the work that was saved.
         *
         *     Sends the command `task.unarchive`.
         */
        post: operations["unarchiveTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload an image for a message
         * @description Keeps a PNG, JPEG, GIF or WebP of at most 5 MiB, encrypted; what it is is seen by its content. Unless a message uses it, it is erased after a day. Makes no task real.
         */
        post: operations["uploadImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an uploaded image
         * @description With the type that its content has, as an attachment: a browser does not run anything that is in it.
         */
        get: operations["readImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a webhook of GitHub
         * @description Takes a delivery that GitHub signed with the webhook secret (X-Hub-Signature-256 over the raw body, at most 25 MB), stores it and answers; what it means is worked out afterwards. The same delivery id counts once.
         */
        post: operations["receiveWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is running
         * @description Version, commit and build time of the product, and the version of this API.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What was done in a task, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        ActivityPage: {
            /** @description The items of this page. */
            items: components["schemas"]["AuditEntry"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description An agent that a machine offers.
         * @example {
         *       "id": "claude",
         *       "name": "Claude Code",
         *       "version": "2.1.197",
         *       "installed": true,
         *       "credentialsPresent": true,
         *       "models": [
         *         {
         *           "id": "default",
         *           "name": "Default"
         *         }
         *       ],
         *       "modes": [
         *         {
         *           "id": "default",
         *           "name": "Ask first"
         *         }
         *       ],
         *       "reasoning": [],
         *       "capabilities": {
         *         "permissions": true
         *       }
         *     }
         */
        Agent: {
            /** @description Its short name. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Its version; null: not known. */
            version: string | null;
            /** @description It is on the machine. */
            installed: boolean;
            /** @description It has a key for its model. */
            credentialsPresent: boolean;
            /** @description Models that it offers. */
            models: components["schemas"]["AgentChoice"][];
            /** @description Modes that it offers. */
            modes: components["schemas"]["AgentChoice"][];
            /** @description Levels of reasoning that it offers. */
            reasoning: components["schemas"]["AgentChoice"][];
            /** @description What it can do, by its own words. */
            capabilities: {
                [key: string]: boolean;
            };
        };
        /**
         * @description Something that an agent offers.
         * @example {
         *       "id": "default",
         *       "name": "Default"
         *     }
         */
        AgentChoice: {
            /** @description What the agent calls it. */
            id: string;
            /** @description What people call it. */
            name: string;
        };
        /**
         * @description Agents with where the list is from.
         * @example {
         *       "agents": [],
         *       "source": "catalogue",
         *       "asOf": null
         *     }
         */
        AgentList: {
            /** @description The agents. */
            agents: components["schemas"]["Agent"][];
            /**
             * @description This machine, another one of the organization, or what Foundry knows without any.
             * @enum {string}
             */
            source: "machine" | "organization" | "catalogue";
            /** @description When a machine was asked; null: never. */
            asOf: string | null;
        };
        /** @description Something an agent may not do, or does not know, by itself. */
        AgentRequest: {
            /**
             * Format: uuid
             * @description Id of the request.
             */
            permissionId: string;
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /**
             * Format: uuid
             * @description Id of the session.
             */
            sessionId: string;
            /**
             * Format: uuid
             * @description The turn that waits for it.
             */
            turnId: string;
            /**
             * @description A permission, or a question with words for an answer.
             * @enum {string}
             */
            kind: "permission" | "question";
            /** @description What the agent wants. */
            title: string;
            /** @description The call it wants to make. */
            tool: {
                [key: string]: unknown;
            } | null;
            /** @description The answers that the agent offers. */
            options: {
                /** @enum {string} */
                kind: "allow_once" | "allow_always" | "reject_once" | "reject_always";
                optionId: string;
                name: string;
            }[];
            /**
             * @description Whether it waits.
             * @enum {string}
             */
            state: "open" | "answered" | "withdrawn";
            /** @description What was answered. */
            answer: ("allow_once" | "allow_always" | "reject_once" | "reject_always") | null;
            /** @description What was answered in words. */
            answerText: string | null;
            /** @description Who answered; null: nobody, or the policy of the task. */
            answeredBy: components["schemas"]["TaskPerson"] | null;
            /** @description The policy of the task answered it. */
            byPolicy: boolean;
            /**
             * Format: date-time
             * @description When the agent asked.
             */
            createdAt: string;
            /** @description When it was answered. */
            answeredAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description Requests of agents, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        AgentRequestPage: {
            /** @description The items of this page. */
            items: components["schemas"]["AgentRequest"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /** @description A conversation with an agent. */
        AgentSession: {
            /**
             * Format: uuid
             * @description Id of the session.
             */
            sessionId: string;
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /** @description Counts the sessions of the task: 1, 2, 3 … */
            number: number;
            /** @description What people call it. */
            name: string;
            /** @description The agent. */
            agent: string;
            /** @description The model; null: the usual one of the agent. */
            model: string | null;
            /** @description The mode of the agent. */
            mode: string | null;
            /** @description The level of reasoning. */
            reasoning: string | null;
            /** @description What the agent offers behind a slash. */
            commands: {
                /** @description Its name, without the slash. */
                name: string;
                /** @description What it does. */
                description: string;
                /** @description What may follow it. */
                hint: string | null;
            }[];
            /**
             * @description Whether the agent has it.
             * @enum {string}
             */
            state: "pending" | "starting" | "ready" | "error" | "closed";
            /** @description Stable code of what went wrong. */
            code: string | null;
            /** @description What went wrong, in words. */
            reason: string | null;
            /** @description Somebody stopped a turn, so what is queued waits for a word. */
            queueHeld: boolean;
            /** @description Messages that wait. */
            queued: number;
            /** @description The turn that runs now. */
            turn: components["schemas"]["RunningTurn"] | null;
            /** @description Newest item of the transcript when this was told. */
            headSeq: number;
            /** @description Who opened it. */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            createdAt: string;
            /** @description When it was closed. */
            closedAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description Sessions of a task.
         * @example {
         *       "sessions": []
         *     }
         */
        AgentSessionList: {
            /** @description In the order of their opening. */
            sessions: components["schemas"]["AgentSession"][];
        };
        /**
         * @description An API token, without its secret.
         * @example {
         *       "tokenId": "0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11",
         *       "name": "nightly",
         *       "prefix": "fdy_4cK9aQ",
         *       "scopes": [
         *         "tasks:read"
         *       ],
         *       "organizationId": null,
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "expiresAt": "2030-04-01T12:00:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null,
         *       "version": 1
         *     }
         */
        ApiToken: {
            /**
             * Format: uuid
             * @description Id of the token.
             */
            tokenId: string;
            /** @description What its person calls it. */
            name: string;
            /** @description Its first characters, to tell tokens apart. */
            prefix: string;
            /** @description What it opens. */
            scopes: components["schemas"]["TokenScope"][];
            /** @description The one organization it is limited to, or null. */
            organizationId: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description From when on it is refused.
             */
            expiresAt: string;
            /** @description Last use, to the minute. */
            lastUsedAt: string | null;
            /** @description When it was revoked. */
            revokedAt: string | null;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description An API token to make.
         * @example {
         *       "name": "nightly",
         *       "scopes": [
         *         "tasks:read"
         *       ],
         *       "organizationId": null,
         *       "expiresInDays": 90
         *     }
         */
        ApiTokenBody: {
            /**
             * Format: uuid
             * @description Id of the new token; drawn here when absent.
             */
            tokenId?: string;
            /** @description What you call it. */
            name: string;
            /** @description What it opens; each at most once. */
            scopes: components["schemas"]["TokenScope"][];
            /**
             * @description Limits it to one organization of yours.
             * @default null
             */
            organizationId: string | null;
            /**
             * @description Days until it is refused.
             * @default 90
             */
            expiresInDays: number;
        };
        /**
         * @description Your API tokens.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        ApiTokenList: {
            /** @description The tokens. */
            items: components["schemas"]["ApiToken"][];
            /** @description Always null: there is one page. */
            nextCursor: null;
        };
        /**
         * @description What the first screen needs.
         * @example {
         *       "user": {
         *         "userId": "9919",
         *         "login": "octocat",
         *         "name": "The Octocat",
         *         "avatarUrl": null,
         *         "version": 1
         *       },
         *       "csrfToken": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
         *       "operator": false,
         *       "organizations": [],
         *       "discovery": {
         *         "state": "never",
         *         "startedAt": null,
         *         "finishedAt": null,
         *         "reason": null,
         *         "version": 0
         *       },
         *       "instance": {
         *         "version": "1.0.0",
         *         "embedded": false,
         *         "githubApp": true,
         *         "githubUrl": "https://github.com",
         *         "providers": [
         *           "e2b",
         *           "local"
         *         ],
         *         "billing": false
         *       },
         *       "topic": {
         *         "name": "app:9919",
         *         "version": 12
         *       }
         *     }
         */
        App: {
            /** @description The person. */
            user: components["schemas"]["User"];
            /** @description To send as `X-CSRF-Token` with everything that changes something; null for a token. */
            csrfToken: string | null;
            /** @description Whether they see queues and processes of the installation. */
            operator: boolean;
            /** @description Organizations of theirs, by login. */
            organizations: components["schemas"]["AppOrganization"][];
            /** @description How the search for organizations goes. */
            discovery: components["schemas"]["Discovery"];
            /** @description This installation. */
            instance: {
                /** @description Version of the product. */
                version: string;
                /** @description Whether it is the one-process run. */
                embedded: boolean;
                /** @description Whether a GitHub App is set up. */
                githubApp: boolean;
                /** @description Base of the web site of GitHub. */
                githubUrl: string | null;
                /** @description What machines can run on here. */
                providers: ("e2b" | "docker" | "local")[];
                /** @description Whether anything is paid for here. */
                billing: boolean;
            };
            /** @description Topic that goes on from here. */
            topic: {
                /** @description Name of the own topic. */
                name: string;
                /** @description Its version before what is answered here was read. */
                version: number;
            };
        };
        /**
         * @description An organization of yours, with how it stands.
         * @example {
         *       "id": "9919",
         *       "login": "acme",
         *       "displayName": "Acme",
         *       "avatarUrl": null,
         *       "kind": "company",
         *       "role": "member",
         *       "version": 4,
         *       "installation": "connected",
         *       "onboarding": {
         *         "install": true,
         *         "sync": true,
         *         "agent": null,
         *         "firstTask": false
         *       },
         *       "activeTasks": 12
         *     }
         */
        AppOrganization: {
            /** @description GitHub id of the account. */
            id: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description The name to show. */
            displayName: string;
            /** @description Address of the picture. */
            avatarUrl: string | null;
            /**
             * @description An organization of GitHub, or the account of a person.
             * @enum {string}
             */
            kind: "company" | "personal";
            /**
             * @description What the person may do now.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer";
            /** @description Rises with each change. */
            version: number;
            /**
             * @description How the App is installed at GitHub.
             * @enum {string}
             */
            installation: "not_installed" | "connected" | "suspended" | "needs_permissions";
            /** @description First steps. */
            onboarding: components["schemas"]["Onboarding"];
            /** @description Tasks that are not archived and that you may see. */
            activeTasks: number;
        };
        /**
         * @description What needs a person.
         * @example {
         *       "policy": "edits"
         *     }
         */
        ApprovalPolicy: {
            /**
             * @description What agents may do without asking.
             * @enum {string}
             */
            policy: "ask" | "edits" | "all";
        };
        /**
         * @description A file of the repository.
         * @example {
         *       "kind": "file",
         *       "path": "src/index.ts"
         *     }
         */
        AttachedFile: {
            /**
             * @description What it points to.
             * @constant
             */
            kind: "file";
            /** @description Path in the repository. */
            path: string;
        };
        /**
         * @description An image that was uploaded before.
         * @example {
         *       "kind": "image",
         *       "uploadId": "0190c6a0-0000-7000-8000-000000000001"
         *     }
         */
        AttachedImage: {
            /**
             * @description What it points to.
             * @constant
             */
            kind: "image";
            /**
             * Format: uuid
             * @description Id of the upload.
             */
            uploadId: string;
        };
        /**
         * @description A line of a file of the repository.
         * @example {
         *       "kind": "line",
         *       "path": "src/index.ts",
         *       "line": 7,
         *       "excerpt": "return true;"
         *     }
         */
        AttachedLine: {
            /**
             * @description What it points to.
             * @constant
             */
            kind: "line";
            /** @description Path in the repository. */
            path: string;
            /** @description Number of the line, from 1. */
            line: number;
            /** @description The text there, as the sender saw it. */
            excerpt: string;
        };
        /**
         * @description Who did it.
         * @example {
         *       "kind": "user",
         *       "id": "42"
         *     }
         */
        AuditActor: {
            /**
             * @description Who acted.
             * @enum {string}
             */
            kind: "user" | "agent" | "system" | "github";
            /** @description Their id. */
            id: string;
        };
        /**
         * @description One act, done or refused.
         * @example {
         *       "streamId": "41",
         *       "seq": "7",
         *       "entryId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11",
         *       "occurredAt": "2026-11-21T10:00:00.000Z",
         *       "recordedAt": "2026-11-21T10:00:00.120Z",
         *       "kind": "member.role_granted",
         *       "outcome": "done",
         *       "code": null,
         *       "actor": {
         *         "kind": "user",
         *         "id": "42"
         *       },
         *       "onBehalfOf": null,
         *       "via": "session",
         *       "commandId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12",
         *       "correlationId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13",
         *       "subject": {
         *         "type": "member",
         *         "id": "43"
         *       },
         *       "taskId": null,
         *       "repositoryId": null,
         *       "branch": null,
         *       "details": {
         *         "role": "admin"
         *       },
         *       "erasedBy": null
         *     }
         */
        AuditEntry: {
            /**
             * @description The chain: an organization, a person, or 0 for the instance.
             * @example 41
             */
            streamId: string;
            /**
             * @description Place in the chain, from 1 without gaps; a decimal string.
             * @example 7
             */
            seq: string;
            /**
             * Format: uuid
             * @description Id of the entry.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11
             */
            entryId: string;
            /**
             * Format: date-time
             * @description When the change was committed.
             * @example 2026-11-21T10:00:00.000Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was chained.
             * @example 2026-11-21T10:00:00.120Z
             */
            recordedAt: string;
            /**
             * @description What happened.
             * @example member.role_granted
             */
            kind: string;
            /**
             * @description Whether it was done or refused.
             * @example done
             * @enum {string}
             */
            outcome: "done" | "refused";
            /**
             * @description Why it was refused.
             * @example null
             */
            code: string | null;
            actor: components["schemas"]["AuditActor"];
            /**
             * @description The person whose command began it.
             * @example null
             */
            onBehalfOf: string | null;
            /**
             * @description How it came in.
             * @example session
             * @enum {string}
             */
            via: "session" | "api_token" | "webhook" | "schedule" | "reaction";
            /**
             * Format: uuid
             * @description The command that made the change.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12
             */
            commandId: string;
            /**
             * Format: uuid
             * @description The same for everything that one request began.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13
             */
            correlationId: string;
            subject: components["schemas"]["AuditSubject"];
            /**
             * @description The task that it belongs to.
             * @example null
             */
            taskId: string | null;
            /**
             * @description The repository that it belongs to.
             * @example null
             */
            repositoryId: string | null;
            /**
             * @description The branch, exactly as it was named; escape it before showing it.
             * @example null
             */
            branch: string | null;
            /**
             * @description Fields of this kind; null once erased.
             * @example {
             *       "role": "admin"
             *     }
             */
            details: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The entry that tells of the erasure of the details.
             * @example null
             */
            erasedBy: string | null;
        };
        /**
         * @description One entry with its proof.
         * @example {
         *       "streamId": "41",
         *       "seq": "7",
         *       "entryId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11",
         *       "occurredAt": "2026-11-21T10:00:00.000Z",
         *       "recordedAt": "2026-11-21T10:00:00.120Z",
         *       "kind": "member.role_granted",
         *       "outcome": "done",
         *       "code": null,
         *       "actor": {
         *         "kind": "user",
         *         "id": "42"
         *       },
         *       "onBehalfOf": null,
         *       "via": "session",
         *       "commandId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12",
         *       "correlationId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13",
         *       "subject": {
         *         "type": "member",
         *         "id": "43"
         *       },
         *       "taskId": null,
         *       "repositoryId": null,
         *       "branch": null,
         *       "details": {
         *         "role": "admin"
         *       },
         *       "erasedBy": null,
         *       "proof": {
         *         "content": "{\"seq\":\"7\"}",
         *         "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *         "previousHash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *         "salt": "00000000000000000000000000000000",
         *         "signed": {
         *           "seq": "1000",
         *           "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *           "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
         *           "keyId": "3f1c0b7a9d2e4c55"
         *         }
         *       }
         *     }
         */
        AuditEntryWithProof: {
            /**
             * @description The chain: an organization, a person, or 0 for the instance.
             * @example 41
             */
            streamId: string;
            /**
             * @description Place in the chain, from 1 without gaps; a decimal string.
             * @example 7
             */
            seq: string;
            /**
             * Format: uuid
             * @description Id of the entry.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11
             */
            entryId: string;
            /**
             * Format: date-time
             * @description When the change was committed.
             * @example 2026-11-21T10:00:00.000Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description When it was chained.
             * @example 2026-11-21T10:00:00.120Z
             */
            recordedAt: string;
            /**
             * @description What happened.
             * @example member.role_granted
             */
            kind: string;
            /**
             * @description Whether it was done or refused.
             * @example done
             * @enum {string}
             */
            outcome: "done" | "refused";
            /**
             * @description Why it was refused.
             * @example null
             */
            code: string | null;
            actor: components["schemas"]["AuditActor"];
            /**
             * @description The person whose command began it.
             * @example null
             */
            onBehalfOf: string | null;
            /**
             * @description How it came in.
             * @example session
             * @enum {string}
             */
            via: "session" | "api_token" | "webhook" | "schedule" | "reaction";
            /**
             * Format: uuid
             * @description The command that made the change.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12
             */
            commandId: string;
            /**
             * Format: uuid
             * @description The same for everything that one request began.
             * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13
             */
            correlationId: string;
            subject: components["schemas"]["AuditSubject"];
            /**
             * @description The task that it belongs to.
             * @example null
             */
            taskId: string | null;
            /**
             * @description The repository that it belongs to.
             * @example null
             */
            repositoryId: string | null;
            /**
             * @description The branch, exactly as it was named; escape it before showing it.
             * @example null
             */
            branch: string | null;
            /**
             * @description Fields of this kind; null once erased.
             * @example {
             *       "role": "admin"
             *     }
             */
            details: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The entry that tells of the erasure of the details.
             * @example null
             */
            erasedBy: string | null;
            /** @description What proves the entry. */
            proof: {
                /**
                 * @description Canonical JSON (RFC 8785) of the entry; its SHA-256 is the hash.
                 * @example {"seq":"7"}
                 */
                content: string;
                /**
                 * @description Hash of the entry.
                 * @example a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1
                 */
                hash: string;
                /**
                 * @description Hash of the entry before; for the first one SHA-256 of `foundry-audit:<stream>`.
                 * @example a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1
                 */
                previousHash: string;
                /**
                 * @description Salt of the digest of the details, hexadecimal; null once erased.
                 * @example 00000000000000000000000000000000
                 */
                salt: string | null;
                /**
                 * @description The nearest checkpoint at or after the entry, else the head.
                 * @example {
                 *       "seq": "1000",
                 *       "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                 *       "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
                 *       "keyId": "3f1c0b7a9d2e4c55"
                 *     }
                 */
                signed: components["schemas"]["AuditSignedPoint"] | null;
            };
        };
        /**
         * @description What to export.
         * @example {
         *       "format": "jsonl"
         *     }
         */
        AuditExportBody: {
            /**
             * @description jsonl can be verified; csv is for people and proves nothing.
             * @enum {string}
             */
            format: "jsonl" | "csv";
            /**
             * Format: date-time
             * @description Not before this time. Absent: from the beginning.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Not after this time. Absent: to the end.
             */
            to?: string;
        };
        /**
         * @description The end of a chain.
         * @example {
         *       "streamId": "41",
         *       "seq": "1042",
         *       "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *       "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
         *       "keyId": "3f1c0b7a9d2e4c55",
         *       "checkpoint": {
         *         "seq": "1000",
         *         "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *         "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
         *         "keyId": "3f1c0b7a9d2e4c55"
         *       },
         *       "verified": {
         *         "seq": "1000",
         *         "at": "2026-11-21T02:00:00.000Z",
         *         "fault": null
         *       }
         *     }
         */
        AuditHead: {
            /**
             * @description The chain: an organization, a person, or 0 for the instance.
             * @example 41
             */
            streamId: string;
            /**
             * @description The last entry; 0 when there is none.
             * @example 1042
             */
            seq: string;
            /**
             * @description Its hash.
             * @example a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1
             */
            hash: string;
            /**
             * @description Its signature; null when there is no entry.
             * @example 0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c
             */
            signature: string | null;
            /**
             * @description Which key signed it.
             * @example 3f1c0b7a9d2e4c55
             */
            keyId: string | null;
            /**
             * @description The last checkpoint.
             * @example {
             *       "seq": "1000",
             *       "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
             *       "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
             *       "keyId": "3f1c0b7a9d2e4c55"
             *     }
             */
            checkpoint: components["schemas"]["AuditSignedPoint"] | null;
            /** @description The last nightly verification; null before the first. */
            verified: {
                /**
                 * @description Intact up to this entry.
                 * @example 1000
                 */
                seq: string | null;
                /**
                 * Format: date-time
                 * @description When that was found out.
                 * @example 2026-11-21T02:00:00.000Z
                 */
                at: string;
                /**
                 * @description What was found to be wrong: the fault and the entry.
                 * @example null
                 */
                fault: string | null;
            } | null;
        };
        /**
         * @description A public key that vouches for entries.
         * @example {
         *       "keyId": "3f1c0b7a9d2e4c55",
         *       "publicKey": "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
         *       "from": "2026-01-01T00:00:00.000Z",
         *       "to": null
         *     }
         */
        AuditKey: {
            /**
             * @description Id of the key.
             * @example 3f1c0b7a9d2e4c55
             */
            keyId: string;
            /**
             * @description Ed25519 public key: SPKI in base64.
             * @example MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
             */
            publicKey: string;
            /**
             * @description Its first checkpoint; null when it signed nothing yet.
             * @example 2026-01-01T00:00:00.000Z
             */
            from: string | null;
            /**
             * @description Its last checkpoint; null for the key in use.
             * @example null
             */
            to: string | null;
        };
        /**
         * @description Public keys of the audit log.
         * @example {
         *       "items": []
         *     }
         */
        AuditKeys: {
            /** @description The keys, the one in use first. */
            items: components["schemas"]["AuditKey"][];
        };
        /**
         * @description Entries of a chain, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        AuditPage: {
            /** @description The items of this page. */
            items: components["schemas"]["AuditEntry"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A head or checkpoint with its signature.
         * @example {
         *       "seq": "1000",
         *       "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
         *       "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
         *       "keyId": "3f1c0b7a9d2e4c55"
         *     }
         */
        AuditSignedPoint: {
            /**
             * @description The entry that is signed.
             * @example 1000
             */
            seq: string;
            /**
             * @description Its hash.
             * @example a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1
             */
            hash: string;
            /**
             * @description Ed25519 over `foundry-audit-head:<stream>:<seq>:<hash>`, hexadecimal.
             * @example 0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c
             */
            signature: string;
            /**
             * @description Which key signed, see the list of keys.
             * @example 3f1c0b7a9d2e4c55
             */
            keyId: string;
        };
        /**
         * @description What it was done to.
         * @example {
         *       "type": "member",
         *       "id": "43"
         *     }
         */
        AuditSubject: {
            /** @description Kind of thing. */
            type: string;
            /** @description Its id. */
            id: string;
        };
        /**
         * @description What the verifier found.
         * @example {
         *       "ok": true,
         *       "from": "1",
         *       "to": "10000",
         *       "next": "10001",
         *       "erased": 0,
         *       "firstBad": null
         *     }
         */
        AuditVerdict: {
            /**
             * @description No fault in these entries.
             * @example true
             */
            ok: boolean;
            /**
             * @description The first entry that was read.
             * @example 1
             */
            from: string;
            /**
             * @description The last entry that was read and fits; below `from` when there is none.
             * @example 10000
             */
            to: string;
            /**
             * @description Where to go on; null at the end of the chain or at a fault.
             * @example 10001
             */
            next: string | null;
            /**
             * @description Entries whose details were erased for a person, which is no fault.
             * @example 0
             */
            erased: number;
            /**
             * @description The first bad entry.
             * @example null
             */
            firstBad: {
                /**
                 * @description The first bad entry.
                 * @example 17
                 */
                seq: string;
                /**
                 * @description What is wrong with it.
                 * @example edited
                 * @enum {string}
                 */
                fault: "edited" | "details_changed" | "details_missing" | "deleted" | "inserted" | "reordered" | "truncated" | "signature";
                /**
                 * @description How that was seen.
                 * @example its content does not have its hash
                 */
                message: string;
            } | null;
        };
        /**
         * @description Where to install the App.
         * @example {
         *       "organizationId": "9919"
         *     }
         */
        BeginInstallation: {
            /**
             * @description Account to suggest at GitHub.
             * @example 9919
             */
            organizationId?: string;
        };
        /**
         * @description Branches that are known; others may exist.
         * @example {
         *       "items": [
         *         "main"
         *       ]
         *     }
         */
        BranchNames: {
            /** @description Names, the last seen first. */
            items: string[];
        };
        /**
         * @description How to bring in what is new.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "method": "merge"
         *     }
         */
        BranchSyncBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * @description How the base branch comes in where the branch cannot simply move forward.
             * @default merge
             * @enum {string}
             */
            method: "merge" | "rebase";
        };
        /**
         * @description Limits of spending, which tasks obey.
         * @example {
         *       "perTask": 500,
         *       "perUserMonth": null,
         *       "perOrganizationMonth": 20000
         *     }
         */
        Budgets: {
            /** @description Most that one task may cost, in US cents; null: no limit. */
            perTask: number | null;
            /** @description Most that one person may spend in a month, in US cents. */
            perUserMonth: number | null;
            /** @description Most that all together may spend in a month, in US cents. */
            perOrganizationMonth: number | null;
        };
        /**
         * @description Limits of spending, which tasks obey.
         * @example {
         *       "perTask": 500
         *     }
         */
        BudgetsPatch: {
            /** @description Most that one task may cost, in US cents; null: no limit. */
            perTask?: number | null;
            /** @description Most that one person may spend in a month, in US cents. */
            perUserMonth?: number | null;
            /** @description Most that all together may spend in a month, in US cents. */
            perOrganizationMonth?: number | null;
        };
        /**
         * @description A command that will not be handled.
         * @example {
         *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "outcome": "cancelled"
         *     }
         */
        CancelledCommand: {
            /**
             * Format: uuid
             * @description The command.
             */
            commandId: string;
            /** @constant */
            outcome: "cancelled";
        };
        /**
         * @description One step of a chain.
         * @example {
         *       "id": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "parentId": null,
         *       "depth": 0,
         *       "kind": "command",
         *       "name": "organization.grantRole",
         *       "module": "organization",
         *       "entityId": "9919",
         *       "retryOf": null,
         *       "state": "settled",
         *       "outcome": "handled",
         *       "code": null,
         *       "attempt": 1,
         *       "at": "2030-01-01T12:00:00.000Z",
         *       "ms": 6
         *     }
         */
        ChainNode: {
            /**
             * Format: uuid
             * @description Id of the command, event or effect.
             */
            id: string;
            /** @description What caused it; null at a root. */
            parentId: string | null;
            /** @description Steps from the root. */
            depth: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "command" | "event" | "effect";
            /**
             * @description Name of the message: module and act.
             * @example organization.grantRole
             */
            name: string;
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /**
             * @description The entity that it goes to.
             * @example 9919
             */
            entityId: string;
            /** @description The dead command that it repeats. */
            retryOf: string | null;
            /** @description State of a command or effect; an event is `accepted` or `published`. */
            state: string;
            /** @description Outcome of a command. */
            outcome: ("handled" | "rejected" | "expired" | "cancelled" | "dead" | "discarded") | null;
            /** @description Why it was not handled, or gave up. */
            code: string | null;
            /** @description Attempts begun so far. */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            at: string;
            /** @description How long the work took; null while it is not over. */
            ms: number | null;
        };
        /**
         * @description Everything that one request began, as a tree from its root.
         * @example {
         *       "correlationId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
         *       "nodes": [],
         *       "truncated": false
         *     }
         */
        ChainView: {
            /**
             * Format: uuid
             * @description What the steps have in common.
             */
            correlationId: string;
            /** @description The tree, each step before those that it caused. */
            nodes: components["schemas"]["ChainNode"][];
            /** @description There are more than 500 steps; the oldest 500 are shown. */
            truncated: boolean;
        };
        /**
         * @description An effect after a person pressed retry or cancel. `running`: it was told, and ends by itself.
         * @example {
         *       "effectId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "state": "requested"
         *     }
         */
        ChangedEffect: {
            /**
             * Format: uuid
             * @description The effect.
             */
            effectId: string;
            state: components["schemas"]["EffectState"];
        };
        /**
         * @description A file that differs from the base branch.
         * @example {
         *       "path": "src/index.ts",
         *       "oldPath": null,
         *       "status": "M",
         *       "uncommitted": true,
         *       "added": 3,
         *       "removed": 1,
         *       "binary": false,
         *       "oldMode": "100644",
         *       "newMode": "100644",
         *       "patch": "text"
         *     }
         */
        ChangedFile: {
            /** @description Its path in the repository, exactly. */
            path: string;
            /** @description The path that it had before, when it was renamed. */
            oldPath: string | null;
            /**
             * @description Added, modified, deleted, renamed, or of another type.
             * @enum {string}
             */
            status: "A" | "M" | "D" | "R" | "T";
            /** @description It differs from the last commit too. */
            uncommitted: boolean;
            /** @description Lines that were added; 0 for a binary file. */
            added: number;
            /** @description Lines that were removed; 0 for a binary file. */
            removed: number;
            /** @description It is not text. */
            binary: boolean;
            /** @description Mode in the base, as git writes it; 000000: not there. */
            oldMode: string;
            /** @description Mode now, as git writes it; 000000: not there. */
            newMode: string;
            /**
             * @description Whether its patch can be read.
             * @enum {string}
             */
            patch: "text" | "binary" | "too_large";
        };
        /**
         * @description What a task changed, in numbers.
         * @example {
         *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "state": "current",
         *       "code": null,
         *       "reason": null,
         *       "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "generation": 1,
         *       "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *       "mergeBaseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *       "ahead": 2,
         *       "behind": 0,
         *       "unpushed": 1,
         *       "dirty": true,
         *       "files": 3,
         *       "added": 20,
         *       "removed": 4,
         *       "truncated": false,
         *       "readAt": "2030-01-01T12:00:00.000Z",
         *       "version": 4
         *     }
         */
        Changes: {
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /**
             * @description Whether the list is read now, or its last reading failed.
             * @enum {string}
             */
            state: "current" | "reading" | "failed";
            /** @description Why the last reading failed; the list is the former one then. */
            code: string | null;
            /** @description The same in words. */
            reason: string | null;
            /** @description The saved state that was read; null: none yet. */
            checkpointId: string | null;
            /** @description The machine that it was read on. */
            generation: number | null;
            /** @description Commit that the branch was at. */
            headSha: string | null;
            /** @description Commit that the work is compared with. */
            mergeBaseSha: string | null;
            /** @description Commits that the base branch does not have. */
            ahead: number;
            /** @description Commits of the base branch that this one does not have. */
            behind: number;
            /** @description Commits that GitHub does not have. */
            unpushed: number;
            /** @description There are changes without a commit. */
            dirty: boolean;
            /** @description Files that differ. */
            files: number;
            /** @description Lines that were added. */
            added: number;
            /** @description Lines that were removed. */
            removed: number;
            /** @description There is more than is listed or kept. */
            truncated: boolean;
            /** @description When it was read. */
            readAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description A saved state of the repository.
         * @example {
         *       "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "generation": 1,
         *       "number": 3,
         *       "reason": "turn",
         *       "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *       "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *       "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *       "unpushedCommits": 2,
         *       "dirty": true,
         *       "stored": "bundle",
         *       "bytes": 20480,
         *       "leftOut": [],
         *       "createdAt": "2030-01-01T12:00:00.000Z"
         *     }
         */
        Checkpoint: {
            /**
             * Format: uuid
             * @description Id of the checkpoint.
             */
            checkpointId: string;
            /**
             * Format: uuid
             * @description Id of the sandbox; it survives the loss of its machine.
             */
            sandboxId: string;
            /** @description Counts the machines of the sandbox: 1, 2, 3 … */
            generation: number;
            /** @description Rises with each checkpoint of the sandbox. */
            number: number;
            /**
             * @description Why it was made.
             * @enum {string}
             */
            reason: "turn" | "during_turn" | "pause" | "sync" | "revert" | "archive" | "recreate" | "max_life" | "operation";
            /** @description Commit that the branch was at. */
            headSha: string;
            /** @description Tree of everything that was in the working tree. */
            treeSha: string;
            /** @description Merge base with the base branch; null when there is none. */
            baseSha: string | null;
            /** @description Commits of the head that the remote did not have. */
            unpushedCommits: number;
            /** @description The working tree had changes that were not committed. */
            dirty: boolean;
            /**
             * @description Where it lies. `machine_only` is lost with its machine.
             * @enum {string}
             */
            stored: "bundle" | "remote_ref" | "machine_only";
            /** @description Size of what is kept outside the machine. */
            bytes: number;
            /** @description Files over 20 MiB that are not in it, at most 50 are named. */
            leftOut: string[];
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
        };
        /**
         * @description Saved states, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        CheckpointPage: {
            /** @description The items of this page. */
            items: components["schemas"]["Checkpoint"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description What to close.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "number": 7
         *     }
         */
        ClosePullRequestBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /** @description Number of the pull request. */
            number: number;
            /**
             * @description Commit of the branch that was seen; without it the branch is not deleted.
             * @default null
             */
            expectedHeadSha: string | null;
            /**
             * @description Deletes the branch at GitHub afterwards.
             * @default false
             */
            deleteBranch: boolean;
            /**
             * @description Archives the task afterwards.
             * @default false
             */
            archive: boolean;
        };
        /**
         * @description Why a command was not handled.
         * @example {
         *       "status": 409,
         *       "code": "member.github_owner",
         *       "detail": "An owner on GitHub is an owner here."
         *     }
         */
        CommandProblem: {
            /** @description The HTTP status that waiting would have given. */
            status: number;
            /** @description Stable code. */
            code: string;
            /** @description This case, for people. */
            detail: string;
        };
        /**
         * @description How far a command is.
         * @example settled
         * @enum {string}
         */
        CommandState: "accepted" | "published" | "started" | "settled";
        /**
         * @description One command from acceptance to outcome.
         * @example {
         *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "name": "organization.grantRole",
         *       "module": "organization",
         *       "entityId": "9919",
         *       "organizationId": "9919",
         *       "actor": {
         *         "kind": "user",
         *         "userId": "42",
         *         "via": "session"
         *       },
         *       "correlationId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
         *       "causationId": null,
         *       "retryOf": null,
         *       "state": "published",
         *       "attempt": 0,
         *       "acceptedAt": "2030-01-01T12:00:00.000Z",
         *       "publishedAt": "2030-01-01T12:00:00.004Z",
         *       "startedAt": null,
         *       "settledAt": null,
         *       "deadline": null,
         *       "outcome": null,
         *       "code": null,
         *       "message": null,
         *       "result": null,
         *       "problem": null,
         *       "payload": null,
         *       "next": {
         *         "waitsFor": "worker",
         *         "commandId": null,
         *         "until": null
         *       },
         *       "actions": [
         *         "cancel"
         *       ],
         *       "links": {
         *         "chain": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11/chain"
         *       }
         *     }
         */
        CommandView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            commandId: string;
            /**
             * @description Name of the message: module and act.
             * @example organization.grantRole
             */
            name: string;
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /**
             * @description The entity that it goes to.
             * @example 9919
             */
            entityId: string;
            /** @description The organization that it belongs to, if any. */
            organizationId: string | null;
            /** @description Who asked. */
            actor: components["schemas"]["UserActor"] | components["schemas"]["SystemActor"];
            /**
             * Format: uuid
             * @description The same for everything that one request began.
             */
            correlationId: string;
            /** @description What caused it; null at the root. */
            causationId: string | null;
            /** @description The dead command that it repeats. */
            retryOf: string | null;
            state: components["schemas"]["CommandState"];
            /** @description Attempts begun so far. */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            acceptedAt: string;
            /** @description When the wire had it. */
            publishedAt: string | null;
            /** @description When the last attempt began. */
            startedAt: string | null;
            /** @description When its outcome was stored. */
            settledAt: string | null;
            /** @description After this it is not handled any more. */
            deadline: string | null;
            /** @description How it ended. */
            outcome: ("handled" | "rejected" | "expired" | "cancelled" | "dead" | "discarded") | null;
            /** @description Why it was not handled. */
            code: string | null;
            /** @description The same for people. */
            message: string | null;
            /** @description What it returned when it was handled, as its route says; else null. */
            result: unknown;
            problem: components["schemas"]["CommandProblem"] | null;
            /** @description What it carries, as its schema says; null for everybody but admins of the organization. */
            payload: {
                [key: string]: unknown;
            } | null;
            next: components["schemas"]["NextStep"] | null;
            /** @description What the caller may do with it now. */
            actions: "cancel"[];
            /** @description Where to look next. */
            links: {
                /** @description All that it belongs to. */
                chain: string;
            };
        };
        /**
         * @description A new API token with its secret.
         * @example {
         *       "tokenId": "0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11",
         *       "name": "nightly",
         *       "prefix": "fdy_000000",
         *       "scopes": [
         *         "tasks:read"
         *       ],
         *       "organizationId": null,
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "expiresAt": "2030-04-01T12:00:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null,
         *       "version": 1,
         *       "secret": "fdy_0000000000000000000000000000000000000000000000000"
         *     }
         */
        CreatedApiToken: {
            /**
             * Format: uuid
             * @description Id of the token.
             */
            tokenId: string;
            /** @description What its person calls it. */
            name: string;
            /** @description Its first characters, to tell tokens apart. */
            prefix: string;
            /** @description What it opens. */
            scopes: components["schemas"]["TokenScope"][];
            /** @description The one organization it is limited to, or null. */
            organizationId: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description From when on it is refused.
             */
            expiresAt: string;
            /** @description Last use, to the minute. */
            lastUsedAt: string | null;
            /** @description When it was revoked. */
            revokedAt: string | null;
            /** @description Rises with each change. */
            version: number;
            /** @description The token itself, shown this once; null when an Idempotency-Key is used again. */
            secret: string | null;
        };
        /**
         * @description The task that was begun.
         * @example {
         *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
         *       "branch": "greetings",
         *       "title": "Greet people by name",
         *       "adopted": false,
         *       "task": {
         *         "id": "0190c6a0-0000-7000-8000-000000000001",
         *         "organizationId": "9919",
         *         "repositoryId": "1296269",
         *         "repositoryName": "acme/web",
         *         "repositoryAvailable": true,
         *         "branch": "greetings",
         *         "branchGone": false,
         *         "fork": false,
         *         "virtual": true,
         *         "status": "virtual",
         *         "title": "Greet people by name",
         *         "titleSource": "pull_request",
         *         "statusReason": null,
         *         "archivedAt": null,
         *         "archiveReason": null,
         *         "owner": null,
         *         "sessions": [],
         *         "filesChanged": null,
         *         "linesAdded": null,
         *         "linesRemoved": null,
         *         "unpushed": null,
         *         "lastActivityAt": "2030-01-01T12:00:00.000Z",
         *         "pullRequest": null,
         *         "pullRequestCount": 1,
         *         "createdAt": "2030-01-01T12:00:00.000Z",
         *         "version": 1
         *       }
         *     }
         */
        CreatedTask: {
            /**
             * Format: uuid
             * @description Id of the task: another than the one that was sent when it is adopted.
             */
            taskId: string;
            /** @description The branch that it works on. */
            branch: string;
            /** @description Its title. */
            title: string;
            /** @description The branch had a virtual task, and that is the task now. */
            adopted: boolean;
            /** @description Its row of the list. */
            task: components["schemas"]["TaskSummary"];
        };
        /**
         * @description One dead letter with what is needed to understand it.
         * @example {
         *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "source": "command",
         *       "module": "organization",
         *       "organizationId": "9919",
         *       "name": "organization.grantRole",
         *       "entityId": "9919",
         *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "code": "internal",
         *       "message": "Cannot read properties of undefined",
         *       "attempts": 1,
         *       "diedAt": "2030-01-01T12:00:00.000Z",
         *       "state": "open",
         *       "resolvedBy": null,
         *       "resolvedAt": null,
         *       "retriedAs": null,
         *       "reason": null,
         *       "actions": [
         *         "retry",
         *         "discard"
         *       ],
         *       "envelope": {
         *         "name": "organization.grantRole"
         *       },
         *       "stack": null,
         *       "raw": null
         *     }
         */
        DeadLetterDetail: {
            /**
             * Format: uuid
             * @description Its id.
             */
            deadLetterId: string;
            /**
             * @description What died.
             * @enum {string}
             */
            source: "command" | "effect" | "reaction" | "broker";
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /** @description The organization that it belongs to, if any. */
            organizationId: string | null;
            /** @description Name of the message; null when it could not be read. */
            name: string | null;
            /** @description The entity that it was for. */
            entityId: string | null;
            /** @description Id of the message that died. */
            messageId: string | null;
            /** @description Why. */
            code: string;
            /** @description The same for people. */
            message: string;
            /** @description Attempts before it died. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it died.
             */
            diedAt: string;
            state: components["schemas"]["DeadLetterState"];
            /**
             * @description Who dealt with it.
             * @example user:42
             */
            resolvedBy: string | null;
            /** @description When. */
            resolvedAt: string | null;
            /** @description What runs in its place. */
            retriedAs: string | null;
            /** @description Why it was discarded. */
            reason: string | null;
            /** @description What the caller may do with it now. */
            actions: ("retry" | "discard")[];
            /** @description The message as it was sent; its form is that of its kind. Null when it could not be read. */
            envelope: {
                [key: string]: unknown;
            } | null;
            /** @description Where it failed; for operators only, else null. */
            stack: string | null;
            /** @description What could not be read, in base64; for operators only, else null. */
            raw: string | null;
        };
        /**
         * @description Dead letters, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        DeadLetterPage: {
            /** @description The items of this page. */
            items: components["schemas"]["DeadLetterView"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Whether somebody resolved it.
         * @example open
         * @enum {string}
         */
        DeadLetterState: "open" | "retried" | "discarded";
        /**
         * @description Something that could not be handled.
         * @example {
         *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "source": "command",
         *       "module": "organization",
         *       "organizationId": "9919",
         *       "name": "organization.grantRole",
         *       "entityId": "9919",
         *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "code": "internal",
         *       "message": "Cannot read properties of undefined",
         *       "attempts": 1,
         *       "diedAt": "2030-01-01T12:00:00.000Z",
         *       "state": "open",
         *       "resolvedBy": null,
         *       "resolvedAt": null,
         *       "retriedAs": null,
         *       "reason": null,
         *       "actions": [
         *         "retry",
         *         "discard"
         *       ]
         *     }
         */
        DeadLetterView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            deadLetterId: string;
            /**
             * @description What died.
             * @enum {string}
             */
            source: "command" | "effect" | "reaction" | "broker";
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /** @description The organization that it belongs to, if any. */
            organizationId: string | null;
            /** @description Name of the message; null when it could not be read. */
            name: string | null;
            /** @description The entity that it was for. */
            entityId: string | null;
            /** @description Id of the message that died. */
            messageId: string | null;
            /** @description Why. */
            code: string;
            /** @description The same for people. */
            message: string;
            /** @description Attempts before it died. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it died.
             */
            diedAt: string;
            state: components["schemas"]["DeadLetterState"];
            /**
             * @description Who dealt with it.
             * @example user:42
             */
            resolvedBy: string | null;
            /** @description When. */
            resolvedAt: string | null;
            /** @description What runs in its place. */
            retriedAs: string | null;
            /** @description Why it was discarded. */
            reason: string | null;
            /** @description What the caller may do with it now. */
            actions: ("retry" | "discard")[];
        };
        /**
         * @description The confirmation of the person.
         * @example {
         *       "login": "octocat"
         *     }
         */
        DeleteAccountBody: {
            /** @description Your own login, typed again. */
            login: string;
        };
        /** @description One dependency. */
        DependencyStatus: {
            /** @enum {string} */
            status: "ok" | "degraded" | "failed";
            /** @description How long the check took. */
            ms: number;
            /**
             * Format: date-time
             * @description Since when it has this status.
             */
            since: string;
            /** @description What to do. */
            hint: string | null;
        };
        /**
         * @description Why a dead letter is given up.
         * @example {
         *       "reason": "Sent by mistake."
         *     }
         */
        DiscardBody: {
            /** @description Why nothing more is done: 1 to 500 characters. */
            reason: string;
        };
        /**
         * @description How the search for the organizations of a person goes.
         * @example {
         *       "state": "done",
         *       "startedAt": "2030-01-01T12:00:00.000Z",
         *       "finishedAt": "2030-01-01T12:00:00.000Z",
         *       "reason": null,
         *       "version": 2
         *     }
         */
        Discovery: {
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "never" | "running" | "done" | "failed";
            /** @description When it began. */
            startedAt: string | null;
            /** @description When it ended. */
            finishedAt: string | null;
            /** @description Why it failed. */
            reason: string | null;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description What you are writing.
         * @example {
         *       "scope": "task:0190c6a0-0000-7000-8000-000000000001:new",
         *       "messageId": "0190c6a0-0000-7000-8000-000000000005",
         *       "text": "Please add a test for",
         *       "attachments": [],
         *       "form": null,
         *       "updatedAt": "2030-01-01T12:00:00.000Z",
         *       "version": 4
         *     }
         */
        Draft: {
            /** @description What it is written to. */
            scope: string;
            /** @description Id that the message will have; null: there is no draft. */
            messageId: string | null;
            /** @description The text. */
            text: string;
            /** @description What is attached. */
            attachments: components["schemas"]["DraftAttachment"][];
            /** @description Other fields of the form. */
            form: components["schemas"]["DraftForm"] | null;
            /** @description When it was last changed; null: never. */
            updatedAt: string | null;
            /** @description Rises with each change; 0 when there never was one. */
            version: number;
        };
        /**
         * @description A line or file of the repository, or an uploaded image.
         * @example {
         *       "kind": "file",
         *       "path": "src/index.ts"
         *     }
         */
        DraftAttachment: components["schemas"]["AttachedLine"] | components["schemas"]["AttachedFile"] | components["schemas"]["AttachedImage"];
        /**
         * @description What is being written, whole. Empty: there is no draft any more.
         * @example {
         *       "messageId": "0190c6a0-0000-7000-8000-000000000005",
         *       "text": "Please add a test for",
         *       "attachments": [],
         *       "form": null
         *     }
         */
        DraftBody: {
            /**
             * Format: uuid
             * @description Id that the message will have, drawn when typing began.
             */
            messageId: string;
            /** @description The text as it was typed, at most 64,000 characters. */
            text: string;
            /**
             * @description What is attached, at most 20.
             * @default []
             */
            attachments: components["schemas"]["DraftAttachment"][];
            /**
             * @description Other fields of the form; null: there are none.
             * @default null
             */
            form: components["schemas"]["DraftForm"] | null;
        };
        /**
         * @description The other fields of a form, by name; what they mean is the business of the page that has the form.
         * @example {
         *       "branch": "greetings",
         *       "agent": "claude"
         *     }
         */
        DraftForm: {
            [key: string]: string | boolean | null;
        };
        /**
         * @description Effects, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        EffectPage: {
            /** @description The items of this page. */
            items: components["schemas"]["EffectView"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How far an effect is.
         * @example {
         *       "step": "clone",
         *       "percent": 40
         *     }
         */
        EffectProgress: {
            /** @description Name of the step. */
            step: string;
            /** @description The step in words. */
            text?: string;
            /** @description 0 to 100. */
            percent?: number;
        };
        /**
         * @description How far an effect is.
         * @example waiting
         * @enum {string}
         */
        EffectState: "requested" | "running" | "waiting" | "succeeded" | "gave_up" | "cancelled";
        /**
         * @description One effect: slow or outside work that always reports back.
         * @example {
         *       "effectId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "name": "sandbox.create",
         *       "module": "sandbox",
         *       "entityId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
         *       "organizationId": "9919",
         *       "state": "waiting",
         *       "progress": null,
         *       "attempt": 2,
         *       "maxAttempts": 5,
         *       "deadline": "2030-01-01T12:05:00.000Z",
         *       "nextAttemptAt": "2030-01-01T12:00:08.000Z",
         *       "holder": null,
         *       "code": "provider.unavailable",
         *       "message": "The provider answered 503.",
         *       "requestedBy": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
         *       "reportId": null,
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "startedAt": "2030-01-01T12:00:00.020Z",
         *       "finishedAt": null,
         *       "actions": [
         *         "cancel"
         *       ]
         *     }
         */
        EffectView: {
            /**
             * Format: uuid
             * @description Its id.
             */
            effectId: string;
            /**
             * @description Name of the message: module and act.
             * @example organization.grantRole
             */
            name: string;
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /**
             * @description The entity that it goes to.
             * @example 9919
             */
            entityId: string;
            /** @description The organization that it belongs to, if any. */
            organizationId: string | null;
            state: components["schemas"]["EffectState"];
            progress: components["schemas"]["EffectProgress"] | null;
            /** @description Attempts begun so far. */
            attempt: number;
            /** @description Attempts at most; null where only the deadline ends it. */
            maxAttempts: number | null;
            /**
             * Format: date-time
             * @description It surrenders after this.
             */
            deadline: string;
            /** @description When it is tried next; null unless it waits. */
            nextAttemptAt: string | null;
            /** @description Who runs it now. */
            holder: {
                /**
                 * Format: uuid
                 * @description The worker.
                 */
                processId: string;
                /**
                 * Format: date-time
                 * @description It is free for another worker after this, unless renewed.
                 */
                until: string;
            } | null;
            /** @description Why the last attempt failed. */
            code: string | null;
            /** @description The same for people. */
            message: string | null;
            /**
             * Format: uuid
             * @description The command that asked for it.
             */
            requestedBy: string;
            /** @description The command that told its entity how it ended. */
            reportId: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /** @description When its first attempt began. */
            startedAt: string | null;
            /** @description When it ended. */
            finishedAt: string | null;
            /** @description What the caller may do with it now. */
            actions: ("retry" | "cancel")[];
        };
        /**
         * @description How a program ended.
         * @example {
         *       "exitCode": 0,
         *       "timedOut": false,
         *       "stdout": "README.md\n",
         *       "stderr": "",
         *       "truncated": false,
         *       "ms": 12
         *     }
         */
        ExecAnswer: {
            /** @description Null when its time was up. */
            exitCode: number | null;
            /** @description Its time was up, so it failed. */
            timedOut: boolean;
            /** @description What it said. */
            stdout: string;
            /** @description What it complained about. */
            stderr: string;
            /** @description Something was left out. */
            truncated: boolean;
            /** @description How long it ran. */
            ms: number;
        };
        /**
         * @description What to run.
         * @example {
         *       "argv": [
         *         "ls",
         *         "-la"
         *       ]
         *     }
         */
        ExecBody: {
            /**
             * @description Program and arguments, no shell: 1 to 64, 8 KiB each.
             * @example [
             *       "ls",
             *       "-la"
             *     ]
             */
            argv: string[];
            /**
             * @description A folder of the repository, relative to it.
             * @default .
             * @example src
             */
            cwd: string;
            /**
             * @description Its time.
             * @default 60
             * @example 60
             */
            timeoutSeconds: number;
            /**
             * @description Most of each stream; the rest is left out.
             * @default 1048576
             * @example 1048576
             */
            maxBytes: number;
        };
        /**
         * @description One field that is not valid.
         * @example {
         *       "pointer": "/displayName",
         *       "code": "too_big",
         *       "detail": "at most 80 characters"
         *     }
         */
        FieldError: {
            /**
             * @description JSON pointer into the body, or `query:limit`, `header:If-Match`.
             * @example /displayName
             */
            pointer: string;
            /**
             * @description What is wrong, for programs.
             * @example too_big
             */
            code: string;
            /**
             * @description What is wrong, for people.
             * @example at most 80 characters
             */
            detail: string;
        };
        /**
         * @description A file as it was in one state of the repository.
         * @example {
         *       "path": "README.md",
         *       "size": 8,
         *       "binary": false,
         *       "tooLarge": false,
         *       "text": "# Hello\n"
         *     }
         */
        FileContent: {
            /** @description Path from the root of the repository. */
            path: string;
            /** @description Bytes. */
            size: number;
            /** @description It is no text, so it is not shown. */
            binary: boolean;
            /** @description It is larger than 1 MiB, so it is not shown. */
            tooLarge: boolean;
            /** @description What it says; null when it is not shown. */
            text: string | null;
        };
        /**
         * @description A file or folder of the repository.
         * @example {
         *       "path": "src/index.ts",
         *       "name": "index.ts",
         *       "kind": "file",
         *       "size": 120
         *     }
         */
        FileEntry: {
            /** @description Path from the root of the repository. */
            path: string;
            /** @description Its last part. */
            name: string;
            /**
             * @description What it is; another repository inside is a `submodule`.
             * @enum {string}
             */
            kind: "folder" | "file" | "executable" | "link" | "submodule";
            /** @description Bytes of a file; null of everything else. */
            size: number | null;
        };
        /**
         * @description Entries of a folder.
         * @example {
         *       "files": []
         *     }
         */
        FileList: {
            /** @description Folders first, each by name. */
            files: components["schemas"]["FileEntry"][];
        };
        /**
         * @description The patch of one file.
         * @example {
         *       "path": "README.md",
         *       "state": "text",
         *       "patch": "@@ -1 +1 @@\n-Hello\n+Good day\n"
         *     }
         */
        FilePatch: {
            /** @description Its path. */
            path: string;
            /**
             * @description Whether there is a patch.
             * @enum {string}
             */
            state: "text" | "binary" | "too_large";
            /** @description Its patch as git writes it; null unless it is text that is kept. */
            patch: string | null;
        };
        /**
         * @description The prompt that a task begins with.
         * @example {
         *       "messageId": "0190c6a0-0000-7000-8000-000000000001",
         *       "sessionId": "0190c6a0-0000-7000-8000-000000000001",
         *       "text": "Greet people by name",
         *       "attachments": []
         *     }
         */
        FirstMessage: {
            /**
             * Format: uuid
             * @description Id of the message, minted by the sender.
             */
            messageId: string;
            /**
             * Format: uuid
             * @description Id of the session that it opens, minted by the sender.
             */
            sessionId: string;
            /** @description What to do: 1 to 64,000 characters. */
            text: string;
            /**
             * @description What it points to, at most 20.
             * @default []
             */
            attachments: (components["schemas"]["AttachedLine"] | components["schemas"]["AttachedFile"] | components["schemas"]["AttachedImage"])[];
            /** @description The agent; the usual one of the sender when absent. */
            agent?: string;
            /** @description The model; the usual one when absent. */
            model?: string;
        };
        /**
         * @description A message that opens a session.
         * @example {
         *       "messageId": "0190c6a0-0000-7000-8000-000000000001",
         *       "text": "Greet people by name",
         *       "attachments": [],
         *       "sessionId": "0190c6a0-0000-7000-8000-000000000001"
         *     }
         */
        FirstOfSession: {
            /**
             * Format: uuid
             * @description Id of the message, minted by the sender.
             */
            messageId: string;
            /** @description What to do: at most 64,000 characters. */
            text: string;
            /**
             * @description What it points to, at most 20.
             * @default []
             */
            attachments: (components["schemas"]["AttachedLine"] | components["schemas"]["AttachedFile"] | components["schemas"]["AttachedImage"])[];
            /**
             * Format: uuid
             * @description Id of the session that it opens, minted by the sender.
             */
            sessionId: string;
            /** @description The agent; the usual one when absent. */
            agent?: string;
            /** @description The model; that of the agent when absent. */
            model?: string;
        };
        /**
         * @description Paths that were found.
         * @example {
         *       "paths": [
         *         "src/index.ts"
         *       ]
         *     }
         */
        FoundFiles: {
            /** @description At most 100, the shortest first. */
            paths: string[];
        };
        /** @description An entry that was found. */
        FoundItem: {
            /** @description Its place in the transcript. */
            seq: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "user_message" | "assistant_text" | "reasoning" | "tool_call" | "plan" | "permission" | "question" | "turn" | "error" | "owner_change" | "git" | "config_change" | "notice";
            /**
             * Format: date-time
             * @description When it began.
             */
            createdAt: string;
            /** @description The words with what stands around them. */
            excerpt: string;
        };
        /**
         * @description Entries that were found, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        FoundItemPage: {
            /** @description The items of this page. */
            items: components["schemas"]["FoundItem"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description The link to the account at GitHub.
         * @example {
         *       "state": "connected",
         *       "reason": null
         *     }
         */
        GithubAccount: {
            /**
             * @description `reauthorize`: sign in again to connect GitHub; `none`: never signed in with GitHub.
             * @enum {string}
             */
            state: "none" | "connected" | "reauthorize";
            /** @description Why it has to be connected again. */
            reason: string | null;
        };
        /**
         * @description A member of the organization at GitHub.
         * @example {
         *       "userId": "583231",
         *       "login": "octocat",
         *       "name": null,
         *       "avatarUrl": null,
         *       "role": "member"
         *     }
         */
        GithubMember: {
            /** @description GitHub id of the person. */
            userId: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description Name at GitHub, if it is known. */
            name: string | null;
            /** @description Address of the picture. */
            avatarUrl: string | null;
            /**
             * @description Role at GitHub.
             * @enum {string}
             */
            role: "admin" | "member";
        };
        /**
         * @description Members at GitHub, by login.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        GithubMemberPage: {
            /** @description The items of this page. */
            items: components["schemas"]["GithubMember"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Installation and sync of one organization.
         * @example {
         *       "organizationId": "9919",
         *       "kind": "company",
         *       "login": "acme",
         *       "installation": "connected",
         *       "installationId": "52",
         *       "missingPermissions": [],
         *       "sync": "syncing",
         *       "errorCode": null,
         *       "errorText": null,
         *       "lastSyncedAt": null,
         *       "lastDeliveryAt": "2030-01-01T12:00:00.000Z",
         *       "lastDeliveryEvent": "installation",
         *       "run": {
         *         "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *         "trigger": "installation",
         *         "scope": "all",
         *         "state": "running",
         *         "phase": "pull_requests",
         *         "done": 120,
         *         "total": 500,
         *         "failed": 0,
         *         "requests": 130,
         *         "waitingUntil": null,
         *         "waitingReason": null,
         *         "startedAt": "2030-01-01T12:00:00.000Z",
         *         "finishedAt": null,
         *         "errorCode": null,
         *         "errorText": null
         *       },
         *       "version": 3
         *     }
         */
        GithubStatus: {
            /** @description GitHub id of the account. */
            organizationId: string;
            /**
             * @description An organization of GitHub, or the account of a person.
             * @enum {string}
             */
            kind: "company" | "personal";
            /** @description Login at GitHub. */
            login: string;
            /**
             * @description Whether the App can work there.
             * @enum {string}
             */
            installation: "not_installed" | "connected" | "suspended" | "needs_permissions";
            /** @description Id of the installation; null when there is none. */
            installationId: string | null;
            /** @description Permissions that an owner still has to grant. */
            missingPermissions: string[];
            /**
             * @description How fresh the copy is.
             * @enum {string}
             */
            sync: "never" | "syncing" | "synced" | "partial" | "failed";
            /** @description Why the last sync failed. */
            errorCode: string | null;
            /** @description The same for people, with the way out. */
            errorText: string | null;
            /** @description When everything was last read. */
            lastSyncedAt: string | null;
            /** @description When GitHub last told something by webhook. */
            lastDeliveryAt: string | null;
            /** @description What that was. */
            lastDeliveryEvent: string | null;
            /** @description The run that is going on. */
            run: components["schemas"]["SyncRun"] | null;
            /** @description Rises with each change; never repeats within an organization. */
            version: number;
        };
        /**
         * @description One command, event or effect of an entity.
         * @example {
         *       "id": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "kind": "command",
         *       "name": "organization.grantRole",
         *       "actor": {
         *         "kind": "user",
         *         "userId": "42",
         *         "via": "session"
         *       },
         *       "state": "settled",
         *       "outcome": "handled",
         *       "code": null,
         *       "message": null,
         *       "attempt": 1,
         *       "acceptedAt": "2030-01-01T12:00:00.000Z",
         *       "startedAt": "2030-01-01T12:00:00.010Z",
         *       "endedAt": "2030-01-01T12:00:00.016Z",
         *       "waitedMs": 10,
         *       "workedMs": 6,
         *       "correlationId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
         *       "causationId": null,
         *       "payload": null
         *     }
         */
        HistoryItem: {
            /**
             * Format: uuid
             * @description Id of the command, event or effect.
             */
            id: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "command" | "event" | "effect";
            /**
             * @description Name of the message: module and act.
             * @example organization.grantRole
             */
            name: string;
            /** @description Who asked. */
            actor: components["schemas"]["UserActor"] | components["schemas"]["SystemActor"];
            /** @description State of a command or effect; an event is `accepted` or `published`. */
            state: string;
            /** @description Outcome of a command. */
            outcome: ("handled" | "rejected" | "expired" | "cancelled" | "dead" | "discarded") | null;
            /** @description Why it was not handled, or gave up. */
            code: string | null;
            /** @description The same for people. */
            message: string | null;
            /** @description Attempts begun so far. */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was stored.
             */
            acceptedAt: string;
            /** @description When the last attempt of a command, or the first of an effect, began. */
            startedAt: string | null;
            /** @description When it was settled or ended. */
            endedAt: string | null;
            /** @description From acceptance to the start. */
            waitedMs: number | null;
            /** @description From the start to the end. */
            workedMs: number | null;
            /**
             * Format: uuid
             * @description The same for everything that one request began.
             */
            correlationId: string;
            /** @description What caused it; null at the root. */
            causationId: string | null;
            /** @description What it carries, as its schema says; null for everybody but admins of the organization. */
            payload: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @description Messages of an entity, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        HistoryPage: {
            /** @description The items of this page. */
            items: components["schemas"]["HistoryItem"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How many items of your inbox are open.
         * @example {
         *       "open": 3
         *     }
         */
        InboxCount: {
            /** @description How many of your items are open now, in all organizations. */
            open: number;
        };
        /**
         * @description Something that you should know of, or do.
         * @example {
         *       "itemId": "0190c6a0-0000-7000-8000-000000000003",
         *       "organizationId": "9919",
         *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
         *       "sessionId": "0190c6a0-0000-7000-8000-000000000002",
         *       "kind": "needs_you",
         *       "reason": "permission",
         *       "title": "Greet people by name",
         *       "login": "octocat",
         *       "permissionId": "0190c6a0-0000-7000-8000-000000000004",
         *       "pullRequest": null,
         *       "at": "2030-01-01T12:00:00.000Z",
         *       "doneAt": null,
         *       "doneBy": null,
         *       "version": 1
         *     }
         */
        InboxItem: {
            /**
             * Format: uuid
             * @description Id of the item.
             */
            itemId: string;
            /** @description Organization of the task. */
            organizationId: string;
            /**
             * Format: uuid
             * @description The task that it is about.
             */
            taskId: string;
            /** @description The session that it is about; null: the task as a whole. */
            sessionId: string | null;
            /**
             * @description What kind of news it is.
             * @enum {string}
             */
            kind: "needs_you" | "finished" | "failed" | "owner_changed" | "pull_request";
            /** @description More exactly. needs_you: `permission`, `question`. finished: `finished`, `limit`, `refused`, `stopped`. failed: the code of the failure. owner_changed: `to_you`, `from_you`. pull_request: `review_requested`, `comment`, `merged`, `checks_failed`. */
            reason: string;
            /** @description Title of the task when it came. */
            title: string;
            /** @description Who it came from; null: from nobody in particular. */
            login: string | null;
            /** @description The request to answer at once; null: there is none. */
            permissionId: string | null;
            /** @description Number of the pull request; null: it is about none. */
            pullRequest: number | null;
            /**
             * Format: date-time
             * @description When it came; lists have the newest first.
             */
            at: string;
            /** @description Since when it is done; null: open. */
            doneAt: string | null;
            /** @description `self`: it was settled elsewhere, for example answered by somebody. */
            doneBy: ("user" | "self") | null;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description Items of your inbox, the newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null,
         *       "topicVersion": 12
         *     }
         */
        InboxPage: {
            /** @description The items of this page. */
            items: components["schemas"]["InboxItem"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
            /** @description Version of the topic that this list feeds, read before the items. */
            topicVersion: number;
        };
        /**
         * @description The way to GitHub, good for an hour and in this session only.
         * @example {
         *       "url": "https://github.com/apps/foundry/installations/new?state=x"
         *     }
         */
        InstallationStart: {
            /**
             * Format: uri
             * @description Where to send the browser.
             */
            url: string;
        };
        /**
         * @description A session of a task, as lists show it.
         * @example {
         *       "id": "0190c6a0-0000-7000-8000-000000000001",
         *       "name": "Session 1",
         *       "agent": "claude",
         *       "model": null,
         *       "status": "ready",
         *       "needsInput": false
         *     }
         */
        ListedSession: {
            /**
             * Format: uuid
             * @description Id of the session.
             */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description The agent. */
            agent: string;
            /** @description The model, if one was chosen. */
            model: string | null;
            /** @description What it is doing. */
            status: string;
            /** @description It waits for a person. */
            needsInput: boolean;
        };
        /**
         * @description How a list is looked at.
         * @example {
         *       "filter": "is:mine",
         *       "sort": "updated"
         *     }
         */
        ListView: {
            /** @description What is typed into the filter. */
            filter: string;
            /** @description Name of the order. */
            sort: string;
        };
        /**
         * @description The process answers.
         * @example {
         *       "status": "ok"
         *     }
         */
        Liveness: {
            /** @constant */
            status: "ok";
        };
        /**
         * @description How far a session was shown.
         * @example {
         *       "seq": 42
         *     }
         */
        MarkViewedBody: {
            /** @description Number of the newest item that is shown. */
            seq: number;
        };
        /**
         * @description The caller, and what only they see of their account.
         * @example {
         *       "user": {
         *         "userId": "9919",
         *         "login": "octocat",
         *         "name": "The Octocat",
         *         "avatarUrl": null,
         *         "version": 1
         *       },
         *       "account": {
         *         "state": "connected",
         *         "reason": null
         *       },
         *       "preferences": {
         *         "appearance": {
         *           "theme": "system",
         *           "density": "comfortable",
         *           "motion": "system"
         *         },
         *         "sendKey": "enter",
         *         "singleKeys": true,
         *         "defaultAgent": null,
         *         "defaultModel": null,
         *         "lastModels": {},
         *         "commitEmail": "noreply",
         *         "notifications": {
         *           "needsYou": "browser",
         *           "finished": "inbox",
         *           "failed": "inbox",
         *           "ownerChanged": "inbox",
         *           "pullRequest": "inbox"
         *         },
         *         "listViews": {},
         *         "onboardingHidden": false,
         *         "lastOrganizationId": null,
         *         "version": 0
         *       },
         *       "csrfToken": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         *     }
         */
        Me: {
            /** @description The person. */
            user: components["schemas"]["User"];
            /** @description The link to GitHub. */
            account: components["schemas"]["GithubAccount"];
            /** @description What they prefer. */
            preferences: components["schemas"]["Preferences"];
            /** @description To send as `X-CSRF-Token` with everything that changes something; null for a token. */
            csrfToken: string | null;
        };
        /**
         * @description A person in an organization.
         * @example {
         *       "organizationId": "9919",
         *       "userId": "583231",
         *       "login": "octocat",
         *       "name": "The Octocat",
         *       "avatarUrl": null,
         *       "githubRole": "member",
         *       "grantedRole": null,
         *       "role": "member",
         *       "state": "active",
         *       "joinedAt": "2030-01-01T12:00:00.000Z",
         *       "version": 1
         *     }
         */
        Member: {
            /** @description GitHub id of the account. */
            organizationId: string;
            /** @description GitHub id of the person. */
            userId: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description Name at GitHub, if they gave one. */
            name: string | null;
            /** @description Address of the picture. */
            avatarUrl: string | null;
            /**
             * @description Role in the organization at GitHub; admin is an owner there.
             * @enum {string}
             */
            githubRole: "admin" | "member";
            /** @description What was decided here; null: nothing. */
            grantedRole: ("admin" | "member" | "viewer" | "blocked") | null;
            /**
             * @description What the person may do now.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer";
            /**
             * @description Removed people are no members any more.
             * @enum {string}
             */
            state: "active" | "removed";
            /**
             * Format: date-time
             * @description When they joined, last.
             */
            joinedAt: string;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description Members, by role and then login.
         * @example {
         *       "items": [],
         *       "nextCursor": null,
         *       "topicVersion": 12
         *     }
         */
        MemberPage: {
            /** @description The items of this page. */
            items: components["schemas"]["Member"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
            /** @description Version of the topic that this list feeds, read before the items. */
            topicVersion: number;
        };
        /**
         * @description What to merge, and how.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "number": 7,
         *       "method": "squash",
         *       "expectedHeadSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"
         *     }
         */
        MergeBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /** @description Number of the pull request. */
            number: number;
            /**
             * @description How GitHub merges it.
             * @enum {string}
             */
            method: "merge" | "squash" | "rebase";
            /** @description The commit that the person saw; with another nothing is merged. */
            expectedHeadSha: string;
            /**
             * @description Deletes the branch at GitHub afterwards.
             * @default false
             */
            deleteBranch: boolean;
            /**
             * @description Archives the task afterwards.
             * @default false
             */
            archive: boolean;
        };
        /**
         * @description Messages, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        MessagePage: {
            /** @description The items of this page. */
            items: components["schemas"]["TaskMessage"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /** @description Where a message stands. */
        MessagePlace: {
            /**
             * Format: uuid
             * @description Id of the message.
             */
            messageId: string;
            /** @description Its place among the messages of the session. */
            position: number;
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "queued" | "delivering" | "delivered" | "failed" | "cancelled";
            /** @description What it waits for. */
            waitingFor: ("turn" | "held" | "trust" | "budget" | "owner_busy" | "sandbox" | "identity" | "github_link" | "session" | "capacity") | null;
        };
        /**
         * @description How to try again.
         * @example {
         *       "withoutCredential": false
         *     }
         */
        MessageRetry: {
            /**
             * @description Without the GitHub account of the author.
             * @default false
             */
            withoutCredential: boolean;
        };
        /**
         * @description What a message says.
         * @example {
         *       "text": "Greet people by name"
         *     }
         */
        MessageText: {
            /** @description What to do: at most 64,000 characters. */
            text: string;
        };
        /**
         * @description A new branch.
         * @example {
         *       "new": null
         *     }
         */
        NewBranch: {
            /** @description Its name, exactly; null: one is drawn. */
            new: string | null;
            /** @description Where it begins; the default branch when absent. */
            base?: string;
        };
        /**
         * @description An image: PNG, JPEG, GIF or WebP.
         * @example {
         *       "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
         *     }
         */
        NewImage: {
            /**
             * Format: base64
             * @description The image in base64: at most 5 MiB of it.
             * @example iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=
             */
            data: string;
        };
        /**
         * @description A message to a session.
         * @example {
         *       "messageId": "0190c6a0-0000-7000-8000-000000000001",
         *       "text": "Greet people by name",
         *       "attachments": []
         *     }
         */
        NewMessage: {
            /**
             * Format: uuid
             * @description Id of the message, minted by the sender.
             */
            messageId: string;
            /** @description What to do: at most 64,000 characters. */
            text: string;
            /**
             * @description What it points to, at most 20.
             * @default []
             */
            attachments: (components["schemas"]["AttachedLine"] | components["schemas"]["AttachedFile"] | components["schemas"]["AttachedImage"])[];
        };
        /**
         * @description A session to open.
         * @example {
         *       "sessionId": "0190c6a0-0000-7000-8000-000000000001",
         *       "agent": "claude"
         *     }
         */
        NewSession: {
            /**
             * Format: uuid
             * @description Id of the session, minted by the sender.
             */
            sessionId: string;
            /** @description The agent; the usual one when absent. */
            agent?: string;
            /** @description The model; that of the agent when absent. */
            model?: string;
            /** @description The mode; that of the agent when absent. */
            mode?: string;
            /** @description What to call it. */
            name?: string;
        };
        /**
         * @description A task to begin.
         * @example {
         *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
         *       "repositoryId": "1296269",
         *       "branch": {
         *         "new": null
         *       },
         *       "firstMessage": {
         *         "messageId": "0190c6a0-0000-7000-8000-000000000001",
         *         "sessionId": "0190c6a0-0000-7000-8000-000000000001",
         *         "text": "Greet people by name"
         *       }
         *     }
         */
        NewTaskBody: {
            /**
             * Format: uuid
             * @description Id of the task, minted by the sender; the same again gives the same answer. Minted here when absent.
             */
            taskId?: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            branch: components["schemas"]["TaskBranch"];
            /** @description The title; without one it is the first line of the message. */
            title?: string;
            /**
             * @description Where it runs; the usual place when absent.
             * @enum {string}
             */
            sandboxProvider?: "e2b" | "docker" | "local";
            firstMessage: components["schemas"]["FirstMessage"];
        };
        /**
         * @description Whose identity to use.
         * @example {
         *       "userId": "583231"
         *     }
         */
        NextOwner: {
            /** @description GitHub id of the next owner. */
            userId: string;
        };
        /**
         * @description What a command waits for.
         * @example {
         *       "waitsFor": "worker",
         *       "commandId": null,
         *       "until": null
         *     }
         */
        NextStep: {
            /**
             * @description `relay`: to be put on the wire. `elder`: an older command of its entity. `worker`: to be taken. `handler`: it runs.
             * @enum {string}
             */
            waitsFor: "relay" | "elder" | "worker" | "handler";
            /** @description The older command, with `elder`. */
            commandId: string | null;
            /** @description When the waiting ends in any case; null where nothing limits it. */
            until: string | null;
        };
        /**
         * @description First steps of an organization, each done or not. Computed, never stored.
         * @example {
         *       "install": true,
         *       "sync": true,
         *       "agent": null,
         *       "firstTask": false
         *     }
         */
        Onboarding: {
            /** @description The App is installed and may do what it needs. */
            install: boolean;
            /** @description What GitHub has was read at least once. */
            sync: boolean;
            /** @description An agent can run; null: nothing here knows about agents. */
            agent: boolean | null;
            /** @description Somebody worked on a task. */
            firstTask: boolean;
        };
        /**
         * @description What of a task is looked at.
         * @example {
         *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002"
         *     }
         */
        OpenTaskBody: {
            /**
             * @description The session that is shown; null or absent: the one that was open last stays.
             * @default null
             */
            activeSessionId: string | null;
        };
        /** @description What came of an operation. */
        OperationResult: {
            /** @description In a word: `pushed`, `nothing`, `fast_forward`, `merged`, `rebased`, `reverted`, `done`. */
            outcome: string | null;
            /** @description Commit of the branch afterwards. */
            headSha: string | null;
            /** @description The commit that was made of what had none. */
            committed: string | null;
            /** @description Number of the pull request. */
            number: number | null;
            /** @description Address of the pull request. */
            url: string | null;
            /** @description At GitHub it was so already. */
            existing: boolean | null;
            /** @description The branch was deleted at GitHub afterwards. */
            branchDeleted: boolean | null;
        };
        /**
         * @description The profile of an organization.
         * @example {
         *       "id": "9919",
         *       "kind": "company",
         *       "login": "acme",
         *       "displayName": "Acme",
         *       "avatarUrl": null,
         *       "customName": null,
         *       "githubName": "Acme",
         *       "state": "active",
         *       "claimedAt": "2030-01-01T12:00:00.000Z",
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "updatedAt": "2030-01-01T12:00:00.000Z",
         *       "version": 3
         *     }
         */
        Organization: {
            /** @description GitHub id of the account. */
            id: string;
            /**
             * @description An organization of GitHub, or the account of a person.
             * @enum {string}
             */
            kind: "company" | "personal";
            /** @description Login at GitHub. */
            login: string;
            /** @description The name to show. */
            displayName: string;
            /** @description The name chosen here; null: that of GitHub is shown. */
            customName: string | null;
            /** @description The name at GitHub. */
            githubName: string | null;
            /** @description Address of the picture. */
            avatarUrl: string | null;
            /**
             * @description Unclaimed until the first member arrives.
             * @enum {string}
             */
            state: "unclaimed" | "active";
            /** @description When the first member arrived. */
            claimedAt: string | null;
            /**
             * Format: date-time
             * @description When it became known here.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description An organization with its settings and the own role.
         * @example {
         *       "organization": {
         *         "id": "9919",
         *         "kind": "company",
         *         "login": "acme",
         *         "displayName": "Acme",
         *         "avatarUrl": null,
         *         "customName": null,
         *         "githubName": "Acme",
         *         "state": "active",
         *         "claimedAt": "2030-01-01T12:00:00.000Z",
         *         "createdAt": "2030-01-01T12:00:00.000Z",
         *         "updatedAt": "2030-01-01T12:00:00.000Z",
         *         "version": 3
         *       },
         *       "settings": {
         *         "defaultRole": "member",
         *         "taskVisibility": "repository",
         *         "pullRequestTasks": "all",
         *         "excludeAuthors": [],
         *         "autoArchive": "closed_or_merged",
         *         "branchPrefix": "foundry/",
         *         "sandboxProviders": [],
         *         "defaultProvider": null,
         *         "budgets": {
         *           "perTask": null,
         *           "perUserMonth": null,
         *           "perOrganizationMonth": null
         *         },
         *         "idleMinutes": 15,
         *         "turnLimitMinutes": 240,
         *         "maxActiveTasks": 500
         *       },
         *       "role": "admin",
         *       "version": 3
         *     }
         */
        OrganizationDetail: {
            organization: components["schemas"]["Organization"];
            settings: components["schemas"]["Settings"];
            /**
             * @description What the person may do now.
             * @enum {string}
             */
            role: "owner" | "admin" | "member" | "viewer";
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description The settings of an organization.
         * @example {
         *       "organizationId": "9919",
         *       "settings": {
         *         "defaultRole": "member",
         *         "taskVisibility": "repository",
         *         "pullRequestTasks": "all",
         *         "excludeAuthors": [],
         *         "autoArchive": "closed_or_merged",
         *         "branchPrefix": "foundry/",
         *         "sandboxProviders": [],
         *         "defaultProvider": null,
         *         "budgets": {
         *           "perTask": null,
         *           "perUserMonth": null,
         *           "perOrganizationMonth": null
         *         },
         *         "idleMinutes": 15,
         *         "turnLimitMinutes": 240,
         *         "maxActiveTasks": 500
         *       },
         *       "version": 3
         *     }
         */
        OrganizationSettings: {
            /** @description GitHub id of the account. */
            organizationId: string;
            settings: components["schemas"]["Settings"];
            /** @description Rises with each change. */
            version: number;
        };
        /** @description An entry of the outline. */
        OutlineItem: {
            /** @description Its place in the transcript. */
            seq: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "user_message" | "assistant_text" | "reasoning" | "tool_call" | "plan" | "permission" | "question" | "turn" | "error" | "owner_change" | "git" | "config_change" | "notice";
            /**
             * Format: date-time
             * @description When it began.
             */
            createdAt: string;
            /** @description Who wrote it; null: not a person. */
            authorId: string | null;
            /** @description How it begins, at most 200 characters. */
            text: string;
        };
        /** @description Whose identity the task uses. */
        OwnerOfTask: {
            /** @description The owner; null: nobody. */
            person: components["schemas"]["TaskPerson"] | null;
            /** @description Since when. */
            since: string | null;
            /** @description How it came. */
            reason: ("message" | "operation" | "manual" | "cleared") | null;
            /** @description Who was chosen and follows when the present work ends. */
            pending: components["schemas"]["TaskPerson"] | null;
            /**
             * @description Whether git may use the GitHub account of the owner.
             * @enum {string}
             */
            credential: "none" | "preparing" | "ready" | "refused";
            /** @description Stable code of what went wrong. */
            code: string | null;
        };
        /**
         * @description A repository with what the caller may do there.
         * @example {
         *       "organizationId": "9919",
         *       "repositoryId": "1296269",
         *       "fullName": "acme/orders",
         *       "private": true,
         *       "archived": false,
         *       "fork": false,
         *       "defaultBranch": "main",
         *       "pushedAt": "2030-01-01T12:00:00.000Z",
         *       "state": "available",
         *       "removedAt": null,
         *       "pullsSyncedAt": "2030-01-01T12:00:00.000Z",
         *       "syncError": null,
         *       "version": 7,
         *       "permission": "write"
         *     }
         */
        OwnRepository: {
            /** @description GitHub id of the account. */
            organizationId: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Owner and name. */
            fullName: string;
            /** @description Not visible to everybody at GitHub. */
            private: boolean;
            /** @description Read-only at GitHub. */
            archived: boolean;
            /** @description Forked from another repository. */
            fork: boolean;
            /** @description Branch that pull requests go to unless told otherwise. */
            defaultBranch: string;
            /** @description Time of the newest push. */
            pushedAt: string | null;
            /**
             * @description Removed: the App cannot see it any more.
             * @enum {string}
             */
            state: "available" | "removed";
            /** @description Since when the App cannot see it. */
            removedAt: string | null;
            /** @description When its pull requests were last read. */
            pullsSyncedAt: string | null;
            /** @description Why they could not be read, if the last try failed. */
            syncError: string | null;
            /** @description Rises with each change; never repeats within an organization. */
            version: number;
            /**
             * @description What the caller may do there; unknown when GitHub was not asked lately.
             * @enum {string}
             */
            permission: "none" | "read" | "triage" | "write" | "maintain" | "admin" | "unknown";
        };
        /**
         * @description What you keep of a task.
         * @example {
         *       "state": {
         *         "taskId": "0190c6a0-0000-7000-8000-000000000001",
         *         "organizationId": "9919",
         *         "activeSessionId": null,
         *         "pinRank": null,
         *         "participant": false,
         *         "unread": false,
         *         "sessions": [],
         *         "version": 0
         *       },
         *       "drafts": [],
         *       "topicVersion": 12
         *     }
         */
        OwnTask: {
            /** @description Active session, pin and unread. */
            state: components["schemas"]["TaskState"];
            /** @description What you are writing in it, the newest first. */
            drafts: components["schemas"]["Draft"][];
            /** @description Version of your own topic, read before the rest. */
            topicVersion: number;
        };
        /**
         * @description Accepted and durable, not settled yet. Ids of what is being made may stand beside.
         * @example {
         *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "code": "command.pending",
         *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
         *     }
         */
        PendingCommand: {
            /** Format: uuid */
            commandId: string;
            /** @constant */
            code: "command.pending";
            /** @description Where to look, the same as `Location`. */
            statusUrl: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What an entity waits for.
         * @example {
         *       "commands": [],
         *       "effects": []
         *     }
         */
        PendingView: {
            /** @description Commands that are not settled, the next first; at most 100. */
            commands: components["schemas"]["PendingCommand"][];
            /** @description Effects that have not ended, the oldest first; at most 100. */
            effects: components["schemas"]["EffectView"][];
        };
        /**
         * @description Where a task is pinned.
         * @example {
         *       "rank": "a0"
         *     }
         */
        PinTaskBody: {
            /** @description Place among your pins, which are ordered as text; null takes the pin away. */
            rank: string | null;
        };
        /**
         * @description What a person prefers.
         * @example {
         *       "appearance": {
         *         "theme": "system",
         *         "density": "comfortable",
         *         "motion": "system"
         *       },
         *       "sendKey": "enter",
         *       "singleKeys": true,
         *       "defaultAgent": null,
         *       "defaultModel": null,
         *       "lastModels": {},
         *       "commitEmail": "noreply",
         *       "notifications": {
         *         "needsYou": "browser",
         *         "finished": "inbox",
         *         "failed": "inbox",
         *         "ownerChanged": "inbox",
         *         "pullRequest": "inbox"
         *       },
         *       "listViews": {},
         *       "onboardingHidden": false,
         *       "lastOrganizationId": null,
         *       "version": 0
         *     }
         */
        Preferences: {
            /** @description How things look. */
            appearance: {
                /**
                 * @description Colours.
                 * @enum {string}
                 */
                theme: "system" | "light" | "dark";
                /**
                 * @description Height of rows.
                 * @enum {string}
                 */
                density: "comfortable" | "compact";
                /**
                 * @description Whether things move.
                 * @enum {string}
                 */
                motion: "system" | "reduced" | "full";
            };
            /**
             * @description Key that sends a message.
             * @enum {string}
             */
            sendKey: "enter" | "mod_enter";
            /** @description Whether single keys are shortcuts. */
            singleKeys: boolean;
            /** @description Agent of new sessions; null: the organization’s. */
            defaultAgent: string | null;
            /** @description Model of new sessions; null: the agent’s. */
            defaultModel: string | null;
            /** @description Model chosen last, for each agent. */
            lastModels: {
                [key: string]: string;
            };
            /**
             * @description Address in your commits.
             * @enum {string}
             */
            commitEmail: "noreply" | "primary";
            /** @description Where each kind of news goes. */
            notifications: {
                /**
                 * @description An agent waits for you.
                 * @enum {string}
                 */
                needsYou: "off" | "inbox" | "browser";
                /**
                 * @description A turn finished.
                 * @enum {string}
                 */
                finished: "off" | "inbox" | "browser";
                /**
                 * @description A turn failed.
                 * @enum {string}
                 */
                failed: "off" | "inbox" | "browser";
                /**
                 * @description A task became yours, or another’s.
                 * @enum {string}
                 */
                ownerChanged: "off" | "inbox" | "browser";
                /**
                 * @description Review, merge or failing checks of a task of yours.
                 * @enum {string}
                 */
                pullRequest: "off" | "inbox" | "browser";
            };
            /** @description Filter and order of the list, by organization. */
            listViews: {
                [key: string]: components["schemas"]["ListView"];
            };
            /** @description Whether first steps are put away. */
            onboardingHidden: boolean;
            /** @description The organization looked at last. */
            lastOrganizationId: string | null;
            /** @description Rises with each change; 0 when nothing was ever chosen. */
            version: number;
        };
        /**
         * @description Preferences to change.
         * @example {
         *       "appearance": {
         *         "theme": "dark"
         *       }
         *     }
         */
        PreferencesPatch: {
            /** @description How things look. */
            appearance?: {
                /**
                 * @description Colours.
                 * @enum {string}
                 */
                theme?: "system" | "light" | "dark";
                /**
                 * @description Height of rows.
                 * @enum {string}
                 */
                density?: "comfortable" | "compact";
                /**
                 * @description Whether things move.
                 * @enum {string}
                 */
                motion?: "system" | "reduced" | "full";
            };
            /**
             * @description Key that sends a message.
             * @enum {string}
             */
            sendKey?: "enter" | "mod_enter";
            /** @description Whether single keys are shortcuts. */
            singleKeys?: boolean;
            /** @description Agent of new sessions; null: the organization’s. */
            defaultAgent?: string | null;
            /** @description Model of new sessions; null: the agent’s. */
            defaultModel?: string | null;
            /** @description Model chosen last, for each agent. */
            lastModels?: {
                [key: string]: string | null;
            };
            /**
             * @description Address in your commits.
             * @enum {string}
             */
            commitEmail?: "noreply" | "primary";
            /** @description Where each kind of news goes. */
            notifications?: {
                /**
                 * @description An agent waits for you.
                 * @enum {string}
                 */
                needsYou?: "off" | "inbox" | "browser";
                /**
                 * @description A turn finished.
                 * @enum {string}
                 */
                finished?: "off" | "inbox" | "browser";
                /**
                 * @description A turn failed.
                 * @enum {string}
                 */
                failed?: "off" | "inbox" | "browser";
                /**
                 * @description A task became yours, or another’s.
                 * @enum {string}
                 */
                ownerChanged?: "off" | "inbox" | "browser";
                /**
                 * @description Review, merge or failing checks of a task of yours.
                 * @enum {string}
                 */
                pullRequest?: "off" | "inbox" | "browser";
            };
            /** @description Filter and order of the list, by organization. */
            listViews?: {
                [key: string]: components["schemas"]["ListView"] | null;
            };
            /** @description Whether first steps are put away. */
            onboardingHidden?: boolean;
            /** @description The organization looked at last. */
            lastOrganizationId?: string | null;
        };
        /**
         * @description An error, as RFC 9457 says. Clients decide by `code` and treat an unknown one by its status.
         * @example {
         *       "type": "/docs/errors/resource.not_found",
         *       "title": "There is no such thing, or you may not see it",
         *       "status": 404,
         *       "detail": "This resource does not exist, or you may not see it.",
         *       "code": "resource.not_found",
         *       "requestId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
         *     }
         */
        Problem: {
            /** @description Address of the page about this code. */
            type: string;
            /** @description Fixed sentence for the code. */
            title: string;
            /** @description HTTP status. */
            status: number;
            /** @description This case, for people; safe to show. */
            detail: string;
            code: components["schemas"]["ErrorCode"];
            /** @description For support and logs. */
            requestId: string;
            /**
             * Format: uuid
             * @description The command, when one was accepted.
             */
            commandId?: string;
            /** @description Each field that is not valid. */
            errors?: components["schemas"]["FieldError"][];
            /** @description When to try again, in milliseconds. */
            retryAfterMs?: number;
            /** @description The present state, with 412. */
            current?: unknown;
            /** @description What stands in the way, as sentences. */
            blockedBy?: string[];
            /** @description What the person can do about it, with a link. */
            action?: {
                /** @enum {string} */
                kind: "sign_in" | "link_github" | "ask_admin" | "retry" | "restore" | "update_branch" | "free_space";
                href: string;
            };
            /** @description Whether and how to sign in, with the 401 of `GET /v1/app`. */
            signIn?: {
                /** @description People can sign in with GitHub. */
                available: boolean;
                /** @description No GitHub App is set up yet; `/setup` does it. */
                setupRequired: boolean;
            };
        };
        /**
         * @description A program or terminal in a sandbox.
         * @example {
         *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "generation": 1,
         *       "title": "Tests",
         *       "argv": [
         *         "npm",
         *         "test"
         *       ],
         *       "cwd": ".",
         *       "tty": true,
         *       "status": "running",
         *       "exitCode": null,
         *       "signal": null,
         *       "pid": 311,
         *       "origin": "user",
         *       "createdBy": "42",
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "exitedAt": null,
         *       "error": null,
         *       "version": 2
         *     }
         */
        Process: {
            /**
             * Format: uuid
             * @description Id of the process, ours.
             */
            processId: string;
            /**
             * Format: uuid
             * @description Id of the sandbox; it survives the loss of its machine.
             */
            sandboxId: string;
            /** @description Counts the machines of the sandbox: 1, 2, 3 … */
            generation: number;
            /** @description What people call it. */
            title: string;
            /** @description Program and arguments; secrets of known forms are taken out. */
            argv: string[];
            /** @description Where it runs, relative to the repository. */
            cwd: string;
            /** @description It has a terminal. */
            tty: boolean;
            /**
             * @description What it is doing.
             * @enum {string}
             */
            status: "starting" | "running" | "exited" | "failed" | "lost";
            /** @description Null while it runs, and when a signal ended it. */
            exitCode: number | null;
            /** @description The signal that was sent to end it. */
            signal: string | null;
            /** @description Its number on the machine. */
            pid: number | null;
            /**
             * @description Who asked for it.
             * @enum {string}
             */
            origin: "user" | "setup";
            /** @description The person who started it. */
            createdBy: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /** @description When it ended. */
            exitedAt: string | null;
            /** @description Code of why it could not start. */
            error: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description What to start.
         * @example {
         *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "argv": [
         *         "npm",
         *         "test"
         *       ]
         *     }
         */
        ProcessBody: {
            /**
             * Format: uuid
             * @description Minted by the caller, so that it can be asked for again.
             * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
             */
            processId: string;
            /**
             * @description Program and arguments, no shell: 1 to 64, 8 KiB each.
             * @example [
             *       "npm",
             *       "test"
             *     ]
             */
            argv: string[];
            /**
             * @description A folder of the repository, relative to it.
             * @default .
             * @example packages/web
             */
            cwd: string;
            /**
             * @description At most 32 variables.
             * @default {}
             * @example {
             *       "CI": "1"
             *     }
             */
            env: {
                [key: string]: string;
            };
            /**
             * @description With a terminal.
             * @default true
             * @example true
             */
            tty: boolean;
            /**
             * @description What people call it.
             * @example Tests
             */
            title?: string;
        };
        /**
         * @description How to end it.
         * @example {
         *       "waitSeconds": 2
         *     }
         */
        ProcessEnd: {
            /**
             * @description How long to wait for its end.
             * @default 0
             * @example 2
             */
            waitSeconds: number;
        };
        /**
         * @description All processes heard of in the last day.
         * @example {
         *       "items": []
         *     }
         */
        ProcessList: {
            /** @description The youngest first. */
            items: components["schemas"]["ProcessView"][];
        };
        /**
         * @description What a process said.
         * @example {
         *       "state": "ready",
         *       "entries": [],
         *       "next": null,
         *       "truncated": false
         *     }
         */
        ProcessLog: {
            /**
             * @description What the sandbox is doing; when it is away there are no entries.
             * @enum {string}
             */
            state: "requested" | "provisioning" | "starting" | "preparing" | "ready" | "degraded" | "pausing" | "paused" | "resuming" | "expired" | "failed" | "destroying" | "destroyed";
            /** @description Oldest first. */
            entries: {
                /** @description Place in the log. */
                seq: number;
                /** @description stdout, stderr or pty. */
                stream: string;
                /**
                 * Format: date-time
                 * @description When it was said.
                 */
                at: string;
                /** @description What was said, base64. */
                data: string;
            }[];
            /** @description The `after` of the next page; null: nothing more is known. */
            next: number | null;
            /** @description Older entries are not kept any more. */
            truncated: boolean;
        };
        /**
         * @description One process of the installation.
         * @example {
         *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "kind": "worker",
         *       "host": "worker-1",
         *       "pid": 42,
         *       "version": "0.1.0",
         *       "startedAt": "2030-01-01T12:00:00.000Z",
         *       "heartbeatAt": "2030-01-01T12:10:00.000Z",
         *       "state": "live"
         *     }
         */
        ProcessView: {
            /**
             * Format: uuid
             * @description Its id, new at every start.
             */
            processId: string;
            /**
             * @description What it does.
             * @enum {string}
             */
            kind: "api" | "worker";
            /** @description Where it runs. */
            host: string;
            /** @description Its process id there. */
            pid: number;
            /** @description The release that it runs. */
            version: string;
            /**
             * Format: date-time
             * @description When it started.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it was heard of last.
             */
            heartbeatAt: string;
            /**
             * @description `gone`: not heard of for 10 seconds.
             * @enum {string}
             */
            state: "live" | "draining" | "gone";
        };
        /**
         * @description What to change of a profile.
         * @example {
         *       "displayName": "Acme"
         *     }
         */
        ProfileBody: {
            /** @description The name to show here; null returns to that of GitHub. */
            displayName: string | null;
        };
        /** @description The pull request to open. */
        PublishBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * @description Commits everything with this message before; null: only what is committed is pushed.
             * @default null
             */
            commitMessage: string | null;
            /** @description Title of the pull request. */
            title: string;
            /** @description Its description, Markdown. */
            body?: string;
            /**
             * @description The branch it goes to; null: the base of the task, else the default branch.
             * @default null
             */
            base: string | null;
            /**
             * @description Opens it as a draft.
             * @default false
             */
            draft: boolean;
        };
        /**
         * @description A pull request of GitHub as it is known here.
         * @example {
         *       "organizationId": "9919",
         *       "repositoryId": "1296269",
         *       "number": 17,
         *       "title": "Retry failed orders",
         *       "state": "open",
         *       "draft": false,
         *       "url": "https://github.com/acme/orders/pull/17",
         *       "headBranch": "retry-orders",
         *       "headSha": "6dcb09b5b57875f334f61aebed695e2e4193db5e",
         *       "headRepositoryId": "1296269",
         *       "baseBranch": "main",
         *       "authorId": "583231",
         *       "authorLogin": "octocat",
         *       "authorAvatarUrl": null,
         *       "labels": [
         *         "bug"
         *       ],
         *       "review": "none",
         *       "checks": "none",
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "githubUpdatedAt": "2030-01-01T12:00:00.000Z",
         *       "closedAt": null,
         *       "closedBy": null,
         *       "mergedAt": null,
         *       "version": 8
         *     }
         */
        PullRequest: {
            /** @description GitHub id of the account. */
            organizationId: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Number within the repository. */
            number: number;
            /** @description Title, as it came from GitHub: untrusted text. */
            title: string;
            /**
             * @description Open, closed or merged.
             * @enum {string}
             */
            state: "open" | "closed" | "merged";
            /** @description Marked as not ready. */
            draft: boolean;
            /** @description Address at GitHub. */
            url: string;
            /** @description Branch that it brings. */
            headBranch: string;
            /** @description Commit that it brings. */
            headSha: string;
            /** @description Repository of that branch; null when the fork is gone. */
            headRepositoryId: string | null;
            /** @description Branch that it goes to. */
            baseBranch: string;
            /** @description Who opened it; null when the account is gone. */
            authorId: string | null;
            /** @description Login of who opened it. */
            authorLogin: string;
            /** @description Picture of who opened it. */
            authorAvatarUrl: string | null;
            /** @description Names of its labels. */
            labels: string[];
            /**
             * @description What its reviews add up to.
             * @enum {string}
             */
            review: "none" | "approved" | "changes_requested";
            /**
             * @description What its checks add up to; none for those nobody works on here.
             * @enum {string}
             */
            checks: "none" | "pending" | "passed" | "failed" | "unknown";
            /**
             * Format: date-time
             * @description When it was opened.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed at GitHub.
             */
            githubUpdatedAt: string;
            /** @description When it was closed or merged. */
            closedAt: string | null;
            /** @description How it came to be closed; null while open. */
            closedBy: ("github" | "vanished" | "removal") | null;
            /** @description When it was merged. */
            mergedAt: string | null;
            /** @description Rises with each change; never repeats within an organization. */
            version: number;
        };
        /**
         * @description Pull requests, the last changed first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        PullRequestPage: {
            /** @description The items of this page. */
            items: components["schemas"]["PullRequest"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How to push.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "commitMessage": "Greet by name"
         *     }
         */
        PushBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * @description Commits everything with this message before; null: only what is committed is pushed.
             * @default null
             */
            commitMessage: string | null;
            /**
             * @description Replaces the remote branch, if it is at the commit that the person saw.
             * @default null
             */
            force: {
                /**
                 * @description How it is replaced; never in another way.
                 * @constant
                 */
                kind: "with_lease";
                /** @description The commit that the person saw at GitHub. */
                expectedSha: string;
            } | null;
        };
        /**
         * @description All queues.
         * @example {
         *       "items": []
         *     }
         */
        QueueList: {
            /** @description By module and partition. */
            items: components["schemas"]["QueueView"][];
        };
        /**
         * @description One partition of a module, or its effects.
         * @example {
         *       "module": "organization",
         *       "partition": 3,
         *       "depth": 0,
         *       "oldestAt": null,
         *       "perMinute": 12,
         *       "holder": {
         *         "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *         "host": "worker-1",
         *         "pid": 42
         *       },
         *       "standby": null,
         *       "consumingSince": "2030-01-01T12:00:00.000Z"
         *     }
         */
        QueueView: {
            /**
             * @description The module that handles it.
             * @example organization
             */
            module: string;
            /** @description The partition; null for the effects of the module. */
            partition: number | null;
            /** @description Commands not settled, or effects not ended. */
            depth: number;
            /** @description When the oldest of them was stored. */
            oldestAt: string | null;
            /** @description How many were settled, or ended, in the last minute. */
            perMinute: number;
            holder: components["schemas"]["QueueWorker"] | null;
            standby: components["schemas"]["QueueWorker"] | null;
            /** @description Since when the holder consumes. */
            consumingSince: string | null;
        };
        /**
         * @description A worker that holds a partition or stands by.
         * @example {
         *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "host": "worker-1",
         *       "pid": 42
         *     }
         */
        QueueWorker: {
            /**
             * Format: uuid
             * @description The worker.
             */
            processId: string;
            /** @description Where it runs; null when it is gone. */
            host: string | null;
            /** @description Its process id there. */
            pid: number | null;
        };
        /** @description What a task changed, file by file. */
        ReadChangeList: {
            /** @description The numbers, and when they were read. */
            changes: components["schemas"]["Changes"];
            /** @description By path; at most 2,000. */
            files: components["schemas"]["ChangedFile"][];
            /** @description Of the list: also its `ETag`. 0: nothing was read yet. */
            version: number;
        };
        /**
         * @description Whether this instance can work, and what it depends on.
         * @example {
         *       "status": "ok",
         *       "checks": {
         *         "postgres": {
         *           "status": "ok",
         *           "ms": 1,
         *           "since": "2026-01-05T09:00:00.000Z",
         *           "hint": null
         *         }
         *       }
         *     }
         */
        Readiness: {
            /** @enum {string} */
            status: "ok" | "degraded" | "failed" | "draining";
            /** @description By name of the dependency, which differ between api and worker. */
            checks: {
                [key: string]: components["schemas"]["DependencyStatus"];
            };
        };
        /** @description A task, or its row alone when nobody used it yet: then `virtual` is true. */
        ReadTask: components["schemas"]["RealTask"] | components["schemas"]["UnusedTask"];
        /**
         * @description What is ready.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "number": 7
         *     }
         */
        ReadyBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /** @description Number of the pull request. */
            number: number;
        };
        /** @description A task with everything of it that can still change. */
        RealTask: {
            /**
             * @description Somebody acted on it.
             * @constant
             */
            virtual: false;
            /** @description The task itself. */
            task: components["schemas"]["Task"];
            /** @description Its machine, or the last one that it had; null: it never had one. */
            sandbox: components["schemas"]["Sandbox"] | null;
            /** @description Its open sessions, in the order of their opening. */
            sessions: components["schemas"]["AgentSession"][];
            /** @description Requests of agents that wait for a person. */
            permissions: components["schemas"]["AgentRequest"][];
            /** @description Its last operations, newest first, at most 20. */
            operations: components["schemas"]["TaskOperation"][];
            /** @description What it changed, in numbers; null: nothing was read yet. */
            changes: components["schemas"]["Changes"] | null;
            /** @description Version of the topic of the task, read before it. */
            topicVersion: number;
        };
        /**
         * @description Repositories by name.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        RepositoryPage: {
            /** @description The items of this page. */
            items: components["schemas"]["OwnRepository"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description How many tasks a repository has.
         * @example {
         *       "repositoryId": "1296269",
         *       "repositoryName": "acme/web",
         *       "active": 12,
         *       "virtual": 9,
         *       "running": 1,
         *       "needsInput": 0,
         *       "latestActivityAt": "2030-01-01T12:00:00.000Z"
         *     }
         */
        RepositoryTaskCounts: {
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Owner and name of the repository at GitHub. */
            repositoryName: string;
            /** @description All that are not archived. */
            active: number;
            /** @description Those that nobody used yet. */
            virtual: number;
            /** @description Those whose agent works. */
            running: number;
            /** @description Those that wait for a person. */
            needsInput: number;
            /** @description When something last happened; null: none is active. */
            latestActivityAt: string | null;
        };
        /**
         * @description The answer to a request.
         * @example {
         *       "answer": "allow_once"
         *     }
         */
        RequestAnswer: {
            /**
             * @description One of the kinds that the agent offers.
             * @enum {string}
             */
            answer?: "allow_once" | "allow_always" | "reject_once" | "reject_always";
            /** @description The answer to a question, in words. */
            text?: string;
        };
        /**
         * @description A dead letter after somebody dealt with it. Still `open`: what was tried failed again.
         * @example {
         *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "state": "retried",
         *       "retriedAs": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52"
         *     }
         */
        ResolvedDeadLetter: {
            /**
             * Format: uuid
             * @description The dead letter.
             */
            deadLetterId: string;
            state: components["schemas"]["DeadLetterState"];
            /** @description What runs in its place: the new command, or the effect itself. */
            retriedAs: string | null;
        };
        /**
         * @description Which file, and to what.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
         *       "path": "src/index.ts",
         *       "to": "base"
         *     }
         */
        RevertBody: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /** @description Path as the list of changes has it. */
            path: string;
            /**
             * @description As the base branch has it, or as the last commit has it.
             * @enum {string}
             */
            to: "base" | "head";
        };
        /**
         * @description A role to grant.
         * @example {
         *       "role": "viewer"
         *     }
         */
        RoleBody: {
            /**
             * @description The role; none returns to the usual one.
             * @enum {string}
             */
            role: "admin" | "member" | "viewer" | "blocked" | "none";
        };
        /** @description The turn that a session runs now. */
        RunningTurn: {
            /**
             * Format: uuid
             * @description Id of the turn.
             */
            turnId: string;
            /**
             * Format: uuid
             * @description The message that it answers.
             */
            messageId: string;
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "starting" | "running" | "stopping" | "ended";
            /**
             * Format: date-time
             * @description When it began.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it is ended whatever it does.
             */
            deadlineAt: string;
            /** @description Since when nothing was heard of the agent. */
            stalledSince: string | null;
        };
        /**
         * @description The isolated machine of a task.
         * @example {
         *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "organizationId": "9919",
         *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "repositoryId": "1296269",
         *       "branch": "foundry/fix-it",
         *       "baseBranch": "main",
         *       "provider": "docker",
         *       "isolation": "container",
         *       "generation": 1,
         *       "state": "ready",
         *       "stateSince": "2030-01-01T12:00:00.000Z",
         *       "step": null,
         *       "deadlineAt": null,
         *       "error": null,
         *       "notice": null,
         *       "expiresAt": null,
         *       "idleAt": "2030-01-01T12:00:00.000Z",
         *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
         *       "onExpired": "recreate",
         *       "trusted": true,
         *       "holds": [
         *         {
         *           "kind": "turn",
         *           "until": "2030-01-01T12:00:00.000Z"
         *         }
         *       ],
         *       "repository": {
         *         "state": "ready",
         *         "code": null
         *       },
         *       "credential": {
         *         "state": "none",
         *         "userId": null,
         *         "login": null,
         *         "mode": null,
         *         "expiresAt": null,
         *         "code": null
         *       },
         *       "lastCheckpoint": {
         *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *         "generation": 1,
         *         "number": 3,
         *         "reason": "turn",
         *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
         *         "unpushedCommits": 2,
         *         "dirty": true,
         *         "stored": "bundle",
         *         "bytes": 20480,
         *         "leftOut": [],
         *         "createdAt": "2030-01-01T12:00:00.000Z"
         *       },
         *       "resources": {
         *         "diskUsedMb": 210
         *       },
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "destroyedAt": null,
         *       "version": 9
         *     }
         */
        Sandbox: {
            /**
             * Format: uuid
             * @description Id of the sandbox; it survives the loss of its machine.
             */
            sandboxId: string;
            /** @description GitHub id of the organization. */
            organizationId: string;
            /**
             * Format: uuid
             * @description The task that works in it.
             */
            taskId: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Branch of the task. */
            branch: string;
            /** @description Branch that the work is compared with. */
            baseBranch: string;
            /**
             * @description Where the machine runs.
             * @enum {string}
             */
            provider: "e2b" | "docker" | "local";
            /** @description What keeps it apart; null until there is a machine. */
            isolation: ("isolated" | "not isolated" | "container" | "virtual machine") | null;
            /** @description Counts the machines of the sandbox: 1, 2, 3 … */
            generation: number;
            /**
             * @description What it is doing.
             * @enum {string}
             */
            state: "requested" | "provisioning" | "starting" | "preparing" | "ready" | "degraded" | "pausing" | "paused" | "resuming" | "expired" | "failed" | "destroying" | "destroyed";
            /**
             * Format: date-time
             * @description Since when.
             */
            stateSince: string;
            /** @description What is being done to the machine now. */
            step: ("provision" | "startServer" | "prepareRepository" | "checkpoint" | "pause" | "resume" | "destroy") | null;
            /** @description When the present state counts as failed; null: it has no limit. */
            deadlineAt: string | null;
            /** @description Why the last step gave up. */
            error: {
                /** @description Stable code, `<step>.deadline` when the time was up. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            } | null;
            /** @description What to know of the present machine, such as another branch that is checked out. */
            notice: {
                /** @description Stable code. */
                code: string;
                /** @description What to know, in words. */
                message: string;
            } | null;
            /** @description When the provider ends the machine; null: never. */
            expiresAt: string | null;
            /** @description When it pauses unless something keeps it alive. */
            idleAt: string | null;
            /**
             * Format: date-time
             * @description When somebody or something last used it.
             */
            lastActivityAt: string;
            /**
             * @description What happens when the machine is lost.
             * @enum {string}
             */
            onExpired: "recreate" | "destroy";
            /** @description False for a fork that nobody trusted: no variables, no write access. */
            trusted: boolean;
            /** @description What keeps the machine alive, one for each kind. */
            holds: {
                /**
                 * @description What keeps it alive.
                 * @enum {string}
                 */
                kind: "turn" | "permission" | "terminal" | "viewer" | "operation";
                /**
                 * Format: date-time
                 * @description When this ends unless it is renewed.
                 */
                until: string;
            }[];
            /** @description The clone on the present machine. */
            repository: {
                /**
                 * @description The clone on the present machine.
                 * @enum {string}
                 */
                state: "none" | "preparing" | "ready" | "failed";
                /** @description Why it could not be prepared. */
                code: string | null;
            };
            /** @description The credential of the owner on the machine. */
            credential: {
                /**
                 * @description Whether a credential is on the machine.
                 * @enum {string}
                 */
                state: "none" | "installing" | "installed" | "failed" | "removing";
                /** @description Whose. */
                userId: string | null;
                /** @description Their login at GitHub. */
                login: string | null;
                /** @description Whose authority it is. */
                mode: ("user" | "installation") | null;
                /** @description When it ends by itself. */
                expiresAt: string | null;
                /** @description Why it could not be installed. */
                code: string | null;
            };
            /** @description The newest saved state. */
            lastCheckpoint: components["schemas"]["Checkpoint"] | null;
            /** @description What the machine uses. */
            resources: {
                /** @description Disk in use, in MiB; null: not known. */
                diskUsedMb: number | null;
            };
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /** @description When it ended. */
            destroyedAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description How long to keep the machine.
         * @example {
         *       "minutes": 60
         *     }
         */
        SandboxExtension: {
            /**
             * @description How long from now.
             * @example 60
             */
            minutes: 15 | 60 | 240;
        };
        /**
         * @description Sandboxes that did not end, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        SandboxPage: {
            /** @description The items of this page. */
            items: components["schemas"]["Sandbox"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Processes of a sandbox.
         * @example {
         *       "state": "expired",
         *       "processes": [],
         *       "nextCursor": null
         *     }
         */
        SandboxProcessList: {
            /**
             * @description What the sandbox is doing.
             * @enum {string}
             */
            state: "requested" | "provisioning" | "starting" | "preparing" | "ready" | "degraded" | "pausing" | "paused" | "resuming" | "expired" | "failed" | "destroying" | "destroyed";
            /** @description Newest first; of a machine that is away there are none. */
            processes: components["schemas"]["Process"][];
            /** @description Where older ended ones begin; null: there are none. */
            nextCursor: string | null;
        };
        /**
         * @description What the next machine is made of.
         * @example {}
         */
        SandboxRecreation: {
            /**
             * Format: uuid
             * @description Absent: the last checkpoint.
             */
            fromCheckpointId?: string;
            /**
             * @description Absent: where it runs now.
             * @enum {string}
             */
            provider?: "e2b" | "docker" | "local";
        };
        /**
         * @description Schedules, the next one first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        SchedulePage: {
            /** @description The items of this page. */
            items: components["schemas"]["ScheduleView"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description A command that will be sent.
         * @example {
         *       "key": "messaging.pruneHistory",
         *       "name": "messaging.pruneHistory",
         *       "entityId": "pruning",
         *       "organizationId": null,
         *       "dueAt": "2030-01-01T13:00:00.000Z",
         *       "everyMs": 3600000,
         *       "lastRunAt": null,
         *       "lastCommandId": null
         *     }
         */
        ScheduleView: {
            /** @description Its name. */
            key: string;
            /**
             * @description Name of the message: module and act.
             * @example organization.grantRole
             */
            name: string;
            /**
             * @description The entity that it goes to.
             * @example 9919
             */
            entityId: string;
            /** @description The organization that it belongs to, if any. */
            organizationId: string | null;
            /**
             * Format: date-time
             * @description When it sends its command next.
             */
            dueAt: string;
            /** @description How often; null: once. */
            everyMs: number | null;
            /** @description When it did last. */
            lastRunAt: string | null;
            /** @description The command of then. */
            lastCommandId: string | null;
        };
        /**
         * @description A browser in which the person is signed in.
         * @example {
         *       "sessionId": "0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11",
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "lastSeenAt": "2030-01-01T12:00:00.000Z",
         *       "expiresAt": "2030-01-31T12:00:00.000Z",
         *       "device": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0",
         *       "addressPrefix": "203.0.113.0/24",
         *       "current": true
         *     }
         */
        Session: {
            /**
             * Format: uuid
             * @description Id of the session. It is no credential.
             */
            sessionId: string;
            /**
             * Format: date-time
             * @description When this browser signed in.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Last use, to the hour.
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description When it ends at the latest.
             */
            expiresAt: string;
            /** @description What the browser calls itself. */
            device: string;
            /** @description Network that it signed in from, shortened. */
            addressPrefix: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        /**
         * @description Where you are signed in.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        SessionList: {
            /** @description The sessions. */
            items: components["schemas"]["Session"][];
            /** @description Always null: there is one page. */
            nextCursor: null;
        };
        /**
         * @description The name of a session.
         * @example {
         *       "name": "Tests"
         *     }
         */
        SessionName: {
            /** @description What to call it. */
            name: string;
        };
        /**
         * @description How the agent of a session works.
         * @example {
         *       "model": null
         *     }
         */
        SessionSettings: {
            /** @description Another agent, until the first turn. */
            agent?: string;
            /** @description One of the models that the agent offers. */
            model?: string | null;
            /** @description One of the modes that the agent offers. */
            mode?: string | null;
            /** @description One of the levels that the agent offers. */
            reasoning?: string | null;
        };
        /**
         * @description What you have seen of a session.
         * @example {
         *       "sessionId": "0190c6a0-0000-7000-8000-000000000002",
         *       "unread": true,
         *       "unreadAt": "2030-01-01T12:00:00.000Z",
         *       "viewedSeq": 40,
         *       "version": 3
         *     }
         */
        SessionState: {
            /**
             * Format: uuid
             * @description Id of the session.
             */
            sessionId: string;
            /** @description Something came that was not shown yet, or it was marked so. */
            unread: boolean;
            /** @description Since when it is unread. */
            unreadAt: string | null;
            /** @description Newest item of the transcript that was shown. */
            viewedSeq: number;
            /** @description Rises with each change that is shown. */
            version: number;
        };
        /**
         * @description Items that are done, or not.
         * @example {
         *       "items": [
         *         "0190c6a0-0000-7000-8000-000000000003"
         *       ],
         *       "done": true
         *     }
         */
        SetInboxDoneBody: {
            /** @description Ids of items; others are left out. */
            items?: string[];
            /**
             * @description Instead of ids: all that are open.
             * @constant
             */
            all?: true;
            /** @description With `all`: only those of this organization. */
            organizationId?: string;
            /** @description False opens items again; only those that are named. */
            done: boolean;
        };
        /**
         * @description The settings of an organization, always whole.
         * @example {
         *       "defaultRole": "member",
         *       "taskVisibility": "repository",
         *       "pullRequestTasks": "all",
         *       "excludeAuthors": [],
         *       "autoArchive": "closed_or_merged",
         *       "branchPrefix": "foundry/",
         *       "sandboxProviders": [],
         *       "defaultProvider": null,
         *       "budgets": {
         *         "perTask": null,
         *         "perUserMonth": null,
         *         "perOrganizationMonth": null
         *       },
         *       "idleMinutes": 15,
         *       "turnLimitMinutes": 240,
         *       "maxActiveTasks": 500
         *     }
         */
        Settings: {
            /**
             * @description Role of members to whom nobody granted another.
             * @enum {string}
             */
            defaultRole: "member" | "viewer";
            /**
             * @description Who sees tasks of private repositories: readers of the repository, or every member.
             * @enum {string}
             */
            taskVisibility: "repository" | "organization";
            /**
             * @description Which pull requests appear as tasks.
             * @enum {string}
             */
            pullRequestTasks: "all" | "same_repository" | "none";
            /** @description Logins whose pull requests do not appear as tasks. */
            excludeAuthors: string[];
            /**
             * @description When a task is archived by its pull request.
             * @enum {string}
             */
            autoArchive: "closed_or_merged" | "merged" | "never";
            /** @description What generated branch names start with. */
            branchPrefix: string;
            /** @description Where sandboxes may run. */
            sandboxProviders: ("e2b" | "docker" | "local")[];
            /** @description Where a sandbox runs when nobody says. */
            defaultProvider: ("e2b" | "docker" | "local") | null;
            /** @description Minutes without activity until a sandbox pauses. */
            idleMinutes: number;
            /** @description Longest turn of an agent, in minutes. */
            turnLimitMinutes: number;
            /** @description Most tasks at once, virtual and archived ones aside. */
            maxActiveTasks: number;
            budgets: components["schemas"]["Budgets"];
        };
        /**
         * @description Settings to change; absent ones stay as they are.
         * @example {
         *       "idleMinutes": 30
         *     }
         */
        SettingsPatch: {
            /**
             * @description Role of members to whom nobody granted another.
             * @enum {string}
             */
            defaultRole?: "member" | "viewer";
            /**
             * @description Who sees tasks of private repositories: readers of the repository, or every member.
             * @enum {string}
             */
            taskVisibility?: "repository" | "organization";
            /**
             * @description Which pull requests appear as tasks.
             * @enum {string}
             */
            pullRequestTasks?: "all" | "same_repository" | "none";
            /** @description Logins whose pull requests do not appear as tasks. */
            excludeAuthors?: string[];
            /**
             * @description When a task is archived by its pull request.
             * @enum {string}
             */
            autoArchive?: "closed_or_merged" | "merged" | "never";
            /** @description What generated branch names start with. */
            branchPrefix?: string;
            /** @description Where sandboxes may run. */
            sandboxProviders?: ("e2b" | "docker" | "local")[];
            /** @description Where a sandbox runs when nobody says. */
            defaultProvider?: ("e2b" | "docker" | "local") | null;
            /** @description Minutes without activity until a sandbox pauses. */
            idleMinutes?: number;
            /** @description Longest turn of an agent, in minutes. */
            turnLimitMinutes?: number;
            /** @description Most tasks at once, virtual and archived ones aside. */
            maxActiveTasks?: number;
            budgets?: components["schemas"]["BudgetsPatch"];
        };
        /**
         * @description The sync that will do the work: a new one, or the one that waits already.
         * @example {
         *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
         *     }
         */
        SyncAccepted: {
            /**
             * Format: uuid
             * @description The sync that will do the work.
             */
            runId: string;
        };
        /**
         * @description What to read.
         * @example {}
         */
        SyncBody: {
            /** @description Only the pull requests of these; everything when absent. */
            repositoryIds?: string[];
        };
        /**
         * @description One run of reading GitHub.
         * @example {
         *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "trigger": "installation",
         *       "scope": "all",
         *       "state": "running",
         *       "phase": "pull_requests",
         *       "done": 120,
         *       "total": 500,
         *       "failed": 0,
         *       "requests": 130,
         *       "waitingUntil": null,
         *       "waitingReason": null,
         *       "startedAt": "2030-01-01T12:00:00.000Z",
         *       "finishedAt": null,
         *       "errorCode": null,
         *       "errorText": null
         *     }
         */
        SyncRun: {
            /**
             * Format: uuid
             * @description Id of the run.
             */
            runId: string;
            /**
             * @description Why it was asked for.
             * @enum {string}
             */
            trigger: "installation" | "repositories" | "member" | "settings" | "sweep" | "renamed";
            /** @description Everything, or the ids of these repositories. */
            scope: "all" | string[];
            /**
             * @description Partial: some repositories could not be read.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "partial" | "failed" | "cancelled";
            /**
             * @description What it is doing.
             * @enum {string}
             */
            phase: "repositories" | "members" | "pull_requests" | "finish";
            /** @description Steps of this phase that are done. */
            done: number;
            /** @description Steps of this phase, when known. */
            total: number | null;
            /** @description Repositories that could not be read. */
            failed: number;
            /** @description Calls to GitHub so far. */
            requests: number;
            /** @description GitHub asked to wait until then; it goes on by itself. */
            waitingUntil: string | null;
            /** @description Why it waits. */
            waitingReason: string | null;
            /** @description When it began; null while queued. */
            startedAt: string | null;
            /** @description When it ended. */
            finishedAt: string | null;
            /** @description Why it failed. */
            errorCode: string | null;
            /** @description The same for people, with the way out. */
            errorText: string | null;
        };
        /**
         * @description One run with its errors.
         * @example {
         *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
         *       "trigger": "installation",
         *       "scope": "all",
         *       "state": "running",
         *       "phase": "pull_requests",
         *       "done": 120,
         *       "total": 500,
         *       "failed": 0,
         *       "requests": 130,
         *       "waitingUntil": null,
         *       "waitingReason": null,
         *       "startedAt": "2030-01-01T12:00:00.000Z",
         *       "finishedAt": null,
         *       "errorCode": null,
         *       "errorText": null,
         *       "errors": [
         *         {
         *           "repositoryId": "1296269",
         *           "fullName": "acme/orders",
         *           "error": "github.unavailable"
         *         }
         *       ]
         *     }
         */
        SyncRunDetail: {
            /**
             * Format: uuid
             * @description Id of the run.
             */
            runId: string;
            /**
             * @description Why it was asked for.
             * @enum {string}
             */
            trigger: "installation" | "repositories" | "member" | "settings" | "sweep" | "renamed";
            /** @description Everything, or the ids of these repositories. */
            scope: "all" | string[];
            /**
             * @description Partial: some repositories could not be read.
             * @enum {string}
             */
            state: "queued" | "running" | "done" | "partial" | "failed" | "cancelled";
            /**
             * @description What it is doing.
             * @enum {string}
             */
            phase: "repositories" | "members" | "pull_requests" | "finish";
            /** @description Steps of this phase that are done. */
            done: number;
            /** @description Steps of this phase, when known. */
            total: number | null;
            /** @description Repositories that could not be read. */
            failed: number;
            /** @description Calls to GitHub so far. */
            requests: number;
            /** @description GitHub asked to wait until then; it goes on by itself. */
            waitingUntil: string | null;
            /** @description Why it waits. */
            waitingReason: string | null;
            /** @description When it began; null while queued. */
            startedAt: string | null;
            /** @description When it ended. */
            finishedAt: string | null;
            /** @description Why it failed. */
            errorCode: string | null;
            /** @description The same for people, with the way out. */
            errorText: string | null;
            /** @description Repositories that could not be read. */
            errors: {
                /** @description GitHub id of the repository. */
                repositoryId: string;
                /** @description Owner and name. */
                fullName: string;
                /** @description Why it could not be read. */
                error: string;
            }[];
        };
        /**
         * @description Syncs, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        SyncRunPage: {
            /** @description The items of this page. */
            items: components["schemas"]["SyncRun"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /** @description Foundry itself: a schedule, a reaction, an effect. Maybe for a person. */
        SystemActor: {
            /** @constant */
            kind: "system";
            module: string;
            onBehalfOf?: string;
        };
        /** @description A task that somebody acted on, without its children. */
        Task: {
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /** @description GitHub id of the organization. */
            organizationId: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Owner and name of the repository. */
            repositoryName: string;
            /** @description Its branch; never another. */
            branch: string;
            /** @description The work on it brought the branch to GitHub, so it may go with it. */
            branchMade: boolean;
            /** @description Branch that the work is compared with. */
            baseBranch: string | null;
            /** @description The branch is in a fork. */
            fork: boolean;
            /** @description Who trusted the fork. */
            trustedBy: string | null;
            /** @description The title. */
            title: string;
            /**
             * @description Whether it is open.
             * @enum {string}
             */
            lifecycle: "open" | "archiving" | "archived" | "killing" | "killed";
            /** @description Its pull request ended with work left over: `merged` or `closed`. */
            archiveProposed: string | null;
            /**
             * @description What it is doing.
             * @enum {string}
             */
            status: "queued" | "starting" | "running" | "needs_input" | "idle" | "error" | "archiving" | "archived" | "killing" | "killed";
            /** @description Why it has this status. */
            statusReason: string | null;
            /** @description What failed last, until something succeeds or somebody dismisses it. */
            failure: {
                code: string;
                text: string;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description Whose identity it uses. */
            owner: components["schemas"]["OwnerOfTask"];
            /** @description Its machine. */
            sandboxId: string | null;
            /**
             * @description What agents may do without asking.
             * @enum {string}
             */
            policy: "ask" | "edits" | "all";
            /** @description Its pull request; null: none is known. */
            pullRequest: {
                /** @description Number within the repository. */
                number: number;
                /** @description Its title; null until GitHub told it. */
                title: string | null;
                /** @description Address at GitHub; null until GitHub told it. */
                url: string | null;
                /**
                 * @description Open, closed or merged.
                 * @enum {string}
                 */
                state: "open" | "closed" | "merged";
                /** @description Marked as not ready. */
                draft: boolean;
                /** @description Commit that it brings. */
                headSha: string | null;
                /** @description Branch that it goes to. */
                baseBranch: string | null;
                /** @description Rises with each change that GitHub told. */
                version: number;
            } | null;
            /** @description Commits that GitHub does not have; null: not known. */
            unpushed: number | null;
            /** @description There are changes without a commit; null: not known. */
            dirty: boolean | null;
            /**
             * Format: date-time
             * @description When something last happened.
             */
            lastActivityAt: string;
            /**
             * Format: date-time
             * @description When somebody first acted on it.
             */
            createdAt: string;
            /** @description When it was archived. */
            archivedAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description How to put a task away.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000001",
         *       "force": false
         *     }
         */
        TaskArchiving: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * @description Also when its work cannot be saved: it is lost then.
             * @default false
             */
            force: boolean;
        };
        /**
         * @description Where a new task works: a new branch, one that exists, or that of a pull request.
         * @example {
         *       "new": null
         *     }
         */
        TaskBranch: components["schemas"]["NewBranch"] | {
            /** @description Name of a branch that exists. */
            existing: string;
        } | {
            /** @description The branch of this pull request. */
            pullRequest: number;
        };
        /**
         * @description How many tasks each repository has.
         * @example {
         *       "repositories": [],
         *       "topicVersion": 12
         *     }
         */
        TaskCounts: {
            /** @description Repositories that have tasks, by name. */
            repositories: components["schemas"]["RepositoryTaskCounts"][];
            /** @description Version of the topic that these feed, read before them. */
            topicVersion: number;
        };
        /**
         * @description How to end a task.
         * @example {
         *       "operationId": "0190c6a0-0000-7000-8000-000000000001",
         *       "discardWork": true,
         *       "deleteBranch": false
         *     }
         */
        TaskKilling: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * @description Gives up work that GitHub does not have.
             * @default false
             */
            discardWork: boolean;
            /**
             * @description Deletes the branch at GitHub too, if the work on the task brought it there.
             * @default false
             */
            deleteBranch: boolean;
        };
        /** @description What somebody said to a session. */
        TaskMessage: {
            /**
             * Format: uuid
             * @description Id of the message.
             */
            messageId: string;
            /**
             * Format: uuid
             * @description Id of the session.
             */
            sessionId: string;
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /** @description Its place among the messages of the session. */
            position: number;
            /** @description Who wrote it. */
            author: components["schemas"]["TaskPerson"];
            /** @description What it says. */
            text: string;
            /** @description What it points to. */
            attachments: (components["schemas"]["AttachedLine"] | components["schemas"]["AttachedFile"] | components["schemas"]["AttachedImage"])[];
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "queued" | "delivering" | "delivered" | "failed" | "cancelled";
            /** @description What a queued message waits for. */
            waitingFor: ("turn" | "held" | "trust" | "budget" | "owner_busy" | "sandbox" | "identity" | "github_link" | "session" | "capacity") | null;
            /** @description Stable code of what went wrong. */
            code: string | null;
            /** @description What went wrong, in words. */
            reason: string | null;
            /** @description Which attempt this is, from 1. */
            attempt: number;
            /** @description The turn that answers it. */
            turnId: string | null;
            /**
             * Format: date-time
             * @description When it was accepted.
             */
            createdAt: string;
            /** @description When its text was changed. */
            editedAt: string | null;
            /** @description When the agent had it. */
            deliveredAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /** @description Something long that is done to the whole task. */
        TaskOperation: {
            /**
             * Format: uuid
             * @description Id of the operation, minted by the sender.
             */
            operationId: string;
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /**
             * @description What is done.
             * @enum {string}
             */
            kind: "push" | "sync" | "publish" | "merge" | "close" | "ready" | "revert" | "archive" | "kill";
            /**
             * @description How far it is.
             * @enum {string}
             */
            state: "waiting" | "running" | "succeeded" | "failed" | "cancelled";
            /** @description What it waits for before its work begins. */
            waitingFor: ("owner_busy" | "turn" | "sandbox" | "identity") | null;
            /** @description What is being done now, or was when it failed. */
            step: ("sandbox" | "identity" | "checkpoint" | "push" | "sync" | "revert" | "pull_request" | "delete_branch" | "stop" | "machine") | null;
            /** @description Its steps in their order. */
            steps: {
                /**
                 * @description What is done in it.
                 * @enum {string}
                 */
                step: "sandbox" | "identity" | "checkpoint" | "push" | "sync" | "revert" | "pull_request" | "delete_branch" | "stop" | "machine";
                /**
                 * @description How far it is.
                 * @enum {string}
                 */
                state: "waiting" | "running" | "succeeded" | "failed" | "skipped";
                /** @description When it began. */
                startedAt: string | null;
                /** @description When it ended. */
                endedAt: string | null;
            }[];
            /** @description When it counts as failed. */
            deadlineAt: string | null;
            /** @description What came of it, once it succeeded. */
            result: components["schemas"]["OperationResult"] | null;
            /** @description Stable code of what went wrong. */
            code: string | null;
            /** @description What went wrong, in words. */
            reason: string | null;
            /** @description The same may succeed later without anything else being changed. */
            retryable: boolean;
            /** @description Files that stood in the way, at most 50. */
            paths: string[];
            /** @description Who asked; null: Foundry, for a pull request that ended. */
            requestedBy: string | null;
            /**
             * Format: date-time
             * @description When it was asked for.
             */
            createdAt: string;
            /** @description When it ended. */
            endedAt: string | null;
            /** @description Rises by one with each change. */
            version: number;
        };
        /**
         * @description Operations, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        TaskOperationPage: {
            /** @description The items of this page. */
            items: components["schemas"]["TaskOperation"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description Who a task works for.
         * @example {
         *       "userId": "583231",
         *       "login": "octocat",
         *       "avatarUrl": null
         *     }
         */
        TaskOwner: {
            /** @description GitHub id of the person. */
            userId: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description Address of the picture. */
            avatarUrl: string | null;
        };
        /**
         * @description Tasks, newest activity first.
         * @example {
         *       "items": [],
         *       "nextCursor": null,
         *       "topicVersion": 12
         *     }
         */
        TaskPage: {
            /** @description The items of this page. */
            items: components["schemas"]["TaskSummary"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
            /** @description Version of the topic that this list feeds, read before the items. */
            topicVersion: number;
        };
        /**
         * @description A person as a task names them.
         * @example {
         *       "userId": "583231",
         *       "login": "octocat",
         *       "avatarUrl": null
         *     }
         */
        TaskPerson: {
            /** @description GitHub id of the person. */
            userId: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description Address of the picture. */
            avatarUrl: string | null;
        };
        /**
         * @description A pull request of a task.
         * @example {
         *       "number": 7,
         *       "state": "open",
         *       "draft": false,
         *       "title": "Greet people by name",
         *       "url": "https://github.com/acme/web/pull/7",
         *       "baseBranch": "main",
         *       "authorLogin": "octocat",
         *       "checks": "passed",
         *       "review": "none",
         *       "openedAt": "2030-01-01T12:00:00.000Z",
         *       "closedAt": null,
         *       "closedBy": null
         *     }
         */
        TaskPullRequest: {
            /** @description Its number in the repository. */
            number: number;
            /**
             * @description Merged ones are not closed here.
             * @enum {string}
             */
            state: "open" | "closed" | "merged";
            /** @description Not ready for review yet. */
            draft: boolean;
            /** @description Its title at GitHub. */
            title: string;
            /** @description Its address at GitHub. */
            url: string;
            /** @description The branch that it goes into. */
            baseBranch: string;
            /** @description Who opened it; null: that account is gone. */
            authorLogin: string | null;
            /**
             * @description State of the checks of its newest commit.
             * @enum {string}
             */
            checks: "none" | "pending" | "passed" | "failed" | "unknown";
            /**
             * @description What reviewers said.
             * @enum {string}
             */
            review: "none" | "approved" | "changes_requested";
            /**
             * Format: date-time
             * @description When it was opened.
             */
            openedAt: string;
            /** @description When it was closed or merged. */
            closedAt: string | null;
            /** @description How it ended; removal: its repository is not available. */
            closedBy: ("github" | "vanished" | "removal") | null;
        };
        /**
         * @description What you keep of a task; nobody else sees it.
         * @example {
         *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
         *       "organizationId": "9919",
         *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002",
         *       "pinRank": null,
         *       "participant": true,
         *       "unread": true,
         *       "sessions": [
         *         {
         *           "sessionId": "0190c6a0-0000-7000-8000-000000000002",
         *           "unread": true,
         *           "unreadAt": "2030-01-01T12:00:00.000Z",
         *           "viewedSeq": 40,
         *           "version": 3
         *         }
         *       ],
         *       "version": 7
         *     }
         */
        TaskState: {
            /**
             * Format: uuid
             * @description Id of the task.
             */
            taskId: string;
            /** @description Organization of the task. */
            organizationId: string;
            /** @description The session that was open last. */
            activeSessionId: string | null;
            /** @description Place among your pins; null: not pinned. */
            pinRank: string | null;
            /** @description Whether you took part: messaged, answered, pinned, owned or created it. Only then it becomes unread. */
            participant: boolean;
            /** @description Whether one of its sessions is unread. */
            unread: boolean;
            /** @description Its sessions that you have seen or should see. */
            sessions: components["schemas"]["SessionState"][];
            /** @description Rises with each change; 0 when nothing is kept. */
            version: number;
        };
        /**
         * @description One row of the list of tasks.
         * @example {
         *       "id": "0190c6a0-0000-7000-8000-000000000001",
         *       "organizationId": "9919",
         *       "repositoryId": "1296269",
         *       "repositoryName": "acme/web",
         *       "repositoryAvailable": true,
         *       "branch": "greetings",
         *       "branchGone": false,
         *       "fork": false,
         *       "virtual": true,
         *       "status": "virtual",
         *       "title": "Greet people by name",
         *       "titleSource": "pull_request",
         *       "statusReason": null,
         *       "archivedAt": null,
         *       "archiveReason": null,
         *       "owner": null,
         *       "sessions": [],
         *       "filesChanged": null,
         *       "linesAdded": null,
         *       "linesRemoved": null,
         *       "unpushed": null,
         *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
         *       "pullRequest": null,
         *       "pullRequestCount": 1,
         *       "createdAt": "2030-01-01T12:00:00.000Z",
         *       "version": 1
         *     }
         */
        TaskSummary: {
            /**
             * Format: uuid
             * @description Id of the task.
             */
            id: string;
            /** @description GitHub id of the organization. */
            organizationId: string;
            /** @description GitHub id of the repository. */
            repositoryId: string;
            /** @description Owner and name of the repository at GitHub. */
            repositoryName: string;
            /** @description False: Foundry has no access to the repository any more. */
            repositoryAvailable: boolean;
            /** @description Its branch; never another. */
            branch: string;
            /** @description The branch was deleted at GitHub. */
            branchGone: boolean;
            /** @description The branch is in a fork: read-only until a writer trusts it. */
            fork: boolean;
            /** @description It shows a pull request and nobody used it yet. */
            virtual: boolean;
            /**
             * @description What it is doing.
             * @enum {string}
             */
            status: "virtual" | "queued" | "starting" | "running" | "needs_input" | "idle" | "error" | "archiving" | "archived" | "killing" | "killed";
            /** @description The title. */
            title: string;
            /**
             * @description Where the title comes from.
             * @enum {string}
             */
            titleSource: "pull_request" | "prompt" | "user";
            /** @description Why it has this status. */
            statusReason: string | null;
            /** @description When it was archived. */
            archivedAt: string | null;
            /** @description Why it was archived: merged, closed, repository_removed or user. */
            archiveReason: string | null;
            /** @description Who it works for; null: nobody. */
            owner: components["schemas"]["TaskOwner"] | null;
            /** @description Its sessions, at most 50. */
            sessions: components["schemas"]["ListedSession"][];
            /** @description Files that differ from the base; null: not known. */
            filesChanged: number | null;
            /** @description Lines added; null: not known. */
            linesAdded: number | null;
            /** @description Lines removed; null: not known. */
            linesRemoved: number | null;
            /** @description Commits that GitHub does not have; null: not known. */
            unpushed: number | null;
            /**
             * Format: date-time
             * @description When something last happened; lists are in this order.
             */
            lastActivityAt: string;
            /** @description The pull request to show; null: none. */
            pullRequest: components["schemas"]["TaskPullRequest"] | null;
            /** @description How many pull requests its branch had. */
            pullRequestCount: number;
            /**
             * Format: date-time
             * @description When it appeared here.
             */
            createdAt: string;
            /** @description Rises with each change. */
            version: number;
        };
        /**
         * @description The title of a task.
         * @example {
         *       "title": "Greet people by name"
         *     }
         */
        TaskTitle: {
            /** @description What to call it: 1 to 200 characters. */
            title: string;
        };
        /**
         * @description What an API token opens.
         * @example tasks:read
         * @enum {string}
         */
        TokenScope: "tasks:read" | "tasks:write" | "organization:read" | "organization:write" | "audit:read";
        /** @description An entry of a transcript. */
        TranscriptItem: {
            /** @description Its place: 1, 2, 3 … without a gap. */
            seq: number;
            /** @description Rises when it is replaced or grows. */
            rev: number;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "user_message" | "assistant_text" | "reasoning" | "tool_call" | "plan" | "permission" | "question" | "turn" | "error" | "owner_change" | "git" | "config_change" | "notice";
            /** @description The turn that it belongs to. */
            turnId: string | null;
            /** @description Who wrote it; null: not a person. */
            authorId: string | null;
            /** @description Its text. */
            text: string;
            /** @description What else there is, by its kind. */
            data: {
                [key: string]: unknown;
            };
            /** @description It may still grow. */
            open: boolean;
            /**
             * Format: date-time
             * @description When it began.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updatedAt: string;
        };
        /**
         * @description Where to go in a transcript.
         * @example {
         *       "items": []
         *     }
         */
        TranscriptOutline: {
            /** @description The newest 500, in their order. */
            items: components["schemas"]["OutlineItem"][];
        };
        /** @description A part of a transcript. */
        TranscriptPage: {
            /** @description Entries, the oldest first. */
            items: components["schemas"]["TranscriptItem"][];
            /** @description The oldest entry that there is; 0: none. */
            firstSeq: number;
            /** @description The newest entry that there is; 0: none. */
            headSeq: number;
            /** @description There are older ones than these. */
            hasMoreBefore: boolean;
        };
        /**
         * @description Which turn to stop; whichever runs when absent.
         * @example {}
         */
        TurnStop: {
            /**
             * Format: uuid
             * @description Stop this turn and no other.
             */
            turnId?: string;
        };
        /** @description A task that shows a pull request and that nobody used yet. */
        UnusedTask: {
            /**
             * @description Nobody used it yet.
             * @constant
             */
            virtual: true;
            /** @description Its row of the list. */
            summary: components["schemas"]["TaskSummary"];
            /** @description Version of the topic of the task, read before it. */
            topicVersion: number;
        };
        /**
         * @description An image that can be attached to a message of the task.
         * @example {
         *       "uploadId": "0190c6a0-0000-7000-8000-000000000001",
         *       "mediaType": "image/png",
         *       "size": 68,
         *       "createdAt": "2030-01-01T12:00:00.000Z"
         *     }
         */
        Upload: {
            /**
             * Format: uuid
             * @description Id to attach it by.
             */
            uploadId: string;
            /** @description What it is, by its content. */
            mediaType: string;
            /** @description Bytes. */
            size: number;
            /**
             * Format: date-time
             * @description When it came; a day later it is erased unless a message uses it.
             */
            createdAt: string;
        };
        /**
         * @description A person.
         * @example {
         *       "userId": "9919",
         *       "login": "octocat",
         *       "name": "The Octocat",
         *       "avatarUrl": null,
         *       "version": 1
         *     }
         */
        User: {
            /** @description GitHub id of the person. */
            userId: string;
            /** @description Login at GitHub. */
            login: string;
            /** @description Name at GitHub, if they gave one. */
            name: string | null;
            /** @description Address of their picture. */
            avatarUrl: string | null;
            /** @description Rises with each change. */
            version: number;
        };
        /** @description A person, in the browser or with an API token. */
        UserActor: {
            /** @constant */
            kind: "user";
            userId: string;
            /** @enum {string} */
            via: "session" | "api_token";
        };
        /**
         * @description A variable of machines, without its value.
         * @example {
         *       "name": "ANTHROPIC_API_KEY",
         *       "repositoryId": null,
         *       "secret": true,
         *       "last4": "f00d",
         *       "testedAt": "2030-01-01T12:00:00.000Z",
         *       "testCode": "ok",
         *       "updatedBy": "42",
         *       "updatedAt": "2030-01-01T12:00:00.000Z"
         *     }
         */
        Variable: {
            /** @description Its name. */
            name: string;
            /** @description For this repository alone; null: for every one. */
            repositoryId: string | null;
            /** @description Its value is never shown. */
            secret: boolean;
            /** @description The last four characters; empty for a value of fewer than twelve. */
            last4: string;
            /** @description When it was last tried as a key of a model. */
            testedAt: string | null;
            /** @description `ok`, or why the key was refused. */
            testCode: string | null;
            /** @description Who set it. */
            updatedBy: string | null;
            /**
             * Format: date-time
             * @description When it was set.
             */
            updatedAt: string;
        };
        /**
         * @description A value for machines.
         * @example {
         *       "value": "sk-ant-…"
         *     }
         */
        VariableBody: {
            /**
             * @description What machines see. It is never shown again.
             * @example sk-ant-…
             */
            value: string;
            /**
             * @description Shown with at most its last four characters; without it the same, for now.
             * @default true
             * @example true
             */
            secret: boolean;
        };
        /**
         * @description Variables of machines.
         * @example {
         *       "variables": []
         *     }
         */
        VariableList: {
            /** @description By name, without values. */
            variables: components["schemas"]["Variable"][];
        };
        /**
         * @description What is running.
         * @example {
         *       "version": "0.1.0",
         *       "commit": null,
         *       "builtAt": null,
         *       "api": "v1"
         *     }
         */
        Version: {
            /** @description Of the product. */
            version: string;
            /** @description Of the source; null when it is not known. */
            commit: string | null;
            /** @description Time of the build; null when it is not known. */
            builtAt: string | null;
            /** @constant */
            api: "v1";
        };
        /**
         * @description A receipt of a webhook.
         * @example {
         *       "deliveryId": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
         *       "event": "pull_request",
         *       "action": "opened",
         *       "repositoryId": "1296269",
         *       "receivedAt": "2030-01-01T12:00:00.000Z",
         *       "size": 20480,
         *       "state": "processed",
         *       "reason": null,
         *       "attempts": 1,
         *       "processedAt": "2030-01-01T12:00:00.000Z"
         *     }
         */
        WebhookDelivery: {
            /** @description Id that GitHub gave it. */
            deliveryId: string;
            /** @description What it tells of. */
            event: string;
            /** @description What happened to it. */
            action: string | null;
            /** @description The repository that it is about. */
            repositoryId: string | null;
            /**
             * Format: date-time
             * @description When it came.
             */
            receivedAt: string;
            /** @description Bytes. */
            size: number;
            /**
             * @description What became of it.
             * @enum {string}
             */
            state: "received" | "processed" | "ignored" | "failed";
            /** @description Why it was ignored or failed. */
            reason: string | null;
            /** @description How often it was tried. */
            attempts: number;
            /** @description When it was settled. */
            processedAt: string | null;
        };
        /**
         * @description Receipts of webhooks, newest first.
         * @example {
         *       "items": [],
         *       "nextCursor": null
         *     }
         */
        WebhookDeliveryPage: {
            /** @description The items of this page. */
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Where the next page begins; null on the last. */
            nextCursor: string | null;
        };
        /**
         * @description - `auth.signed_out` (401): The request carries no credentials, or its session has ended.
         *     - `branch.invalid` (422): Git does not take the name, or it has more than 255 bytes.
         *     - `branch.is_default` (409): Tasks never work on the default branch itself.
         *     - `branch.not_made_here` (409): Only a branch that the work on the task brought to GitHub is deleted with the task.
         *     - `branch.taken` (409): A branch belongs to one task; `current.taskId` names it, and `current.archived` says whether it is archived.
         *     - `checkpoint.unknown` (404): The sandbox has no checkpoint of this id, or it was pruned.
         *     - `command.cancelled` (409): Somebody cancelled it before it was handled; it did nothing.
         *     - `command.expired` (409): It was not handled before its deadline and did nothing.
         *     - `command.pending` (202): The command is stored and will be handled. This is no failure.
         *     - `command.settled` (409): It has an outcome already. Nothing was done.
         *     - `command.started` (409): A worker took it already. It runs to its end and cannot be cancelled any more.
         *     - `csrf.refused` (403): A browser session needs the CSRF token, our own origin and a JSON body.
         *     - `cursor.invalid` (422): A cursor works only for the route, the filters and the caller that it was given to.
         *     - `dead_letter.resolved` (409): It was retried or discarded before, perhaps by another person at the same moment. Nothing was done.
         *     - `dead_letter.unreadable` (409): What arrived was no message of Foundry, or its like does not exist any more, so there is nothing to repeat.
         *     - `delivery.not_failed` (409): It was applied, ignored, or is still waiting for its turn.
         *     - `delivery.payload_expired` (409): The content of a delivery is dropped after seven days.
         *     - `delivery.unknown` (404): The organization has no webhook delivery with this id, or it was dropped with age.
         *     - `draft.limit` (409): A person has at most 500 drafts. This one was not kept.
         *     - `effect.not_cancellable` (409): It runs, and may never run twice: stopping it half-way would leave nobody knowing whether it was done.
         *     - `effect.not_given_up` (409): Only an effect that gave up can be asked for again; this one is open, succeeded or was cancelled.
         *     - `effect.settled` (409): It succeeded, gave up or was cancelled before. Nothing was done.
         *     - `effect.superseded` (409): What asked for it went on without it, so doing it now would be wrong.
         *     - `email.unverified` (409): Commits can carry the primary address only when GitHub says that it is verified.
         *     - `exec.killed` (409): A signal ended it.
         *     - `exec.not_started` (422): It is not on the machine, may not be run, or its folder is not there.
         *     - `exec.output_too_large` (409): It does not fit the limit and would be useless in part.
         *     - `file.not_changed` (409): It is not in the list of changes.
         *     - `file.path_invalid` (422): Paths are relative to the repository, without empty parts, `.` or `..`.
         *     - `file.unknown` (404): There is none at this path in this state of the repository.
         *     - `github.not_configured` (409): This installation has no GitHub App yet, so nothing can be installed.
         *     - `github.not_connected` (409): GitHub does not know Foundry for this account, or the App was uninstalled or suspended.
         *     - `github.suspended` (409): An owner suspended the App at GitHub. What is known stays readable.
         *     - `github.unavailable` (503): GitHub did not answer, or did not accept the App of this installation.
         *     - `idempotency.key_invalid` (400): It must be 1 to 200 printable ASCII characters.
         *     - `idempotency.key_reused` (422): One key stands for one request. Nothing was done.
         *     - `member.github_owner` (409): The person owns the organization on GitHub, so nobody can change their role here.
         *     - `member.needs_owner` (403): An admin tried to make somebody an admin.
         *     - `member.self` (409): The person of the request is the one who asks.
         *     - `member.unknown` (404): The person is not a member of this organization, and is not blocked in it.
         *     - `message.empty` (422): It has neither text nor attachment.
         *     - `message.id_taken` (409): Another message has it.
         *     - `message.limit` (409): A session has at most 50 queued messages.
         *     - `message.not_queued` (409): The agent has it, or it was cancelled.
         *     - `message.not_retryable` (409): The message waits, runs, or was answered.
         *     - `message.unknown` (404): No message has this id.
         *     - `operation.ended` (409): The operation is over.
         *     - `operation.id_taken` (409): Another operation has it.
         *     - `operation.not_cancellable` (409): GitHub was asked already, or the task is being put away.
         *     - `operation.not_retryable` (409): The operation runs, or it succeeded.
         *     - `operation.running` (409): One operation of this kind at a time works on a task.
         *     - `operation.unknown` (404): No operation has this id.
         *     - `owner.no_access` (409): They cannot write to the repository on GitHub.
         *     - `owner.not_linked` (409): Foundry has no GitHub account of theirs to work with.
         *     - `owner.not_member` (409): Only members of the organization with the role member or above own tasks.
         *     - `permission.answered` (409): `answeredBy` and `answer` say who answered, and what; or its turn ended.
         *     - `permission.not_offered` (422): Only the kinds of its options can be chosen; a question is answered in words.
         *     - `permission.unknown` (404): No agent asked with this id.
         *     - `pin.limit` (409): A person has at most 200 pins. Nothing was changed.
         *     - `preferences.too_large` (422): All preferences of a person together are at most 16 KiB. Nothing was changed.
         *     - `process.cwd_invalid` (422): It must be relative and stay within the repository, also through links.
         *     - `process.ended` (409): A signal needs a running one.
         *     - `process.id_taken` (409): A process with this id and another content exists.
         *     - `process.limit` (409): A sandbox runs at most 64 processes at once.
         *     - `process.running` (409): Only ended processes leave the list.
         *     - `process.unknown` (404): The sandbox has no process of this id.
         *     - `pull_request.unknown` (404): The pull request does not exist, or the settings leave it out of the list of tasks.
         *     - `push.to_fork` (409): A credential here is for the one repository of the task, so it does not reach the fork; nothing was done.
         *     - `rate.limited` (429): The limit of this minute is used up.
         *     - `repository.access_denied` (403): GitHub said lately that you may not write to the repository of this task.
         *     - `repository.archived` (409): The repository is archived on GitHub, which takes no changes of it.
         *     - `repository.unknown` (404): The organization has no repository with this id that is known here.
         *     - `request.invalid` (422): It was read, but a field is missing, unknown or out of its limits. Nothing was done; `errors` names each field.
         *     - `request.malformed` (400): The body is not JSON, or the request is not HTTP as it should be. Nothing was done.
         *     - `request.media_type` (415): The route takes `application/json` in UTF-8, not compressed.
         *     - `request.timeout` (408): The whole request did not arrive within 15 s. Nothing was done.
         *     - `request.too_large` (413): The body is above the limit of this route, 256 KiB unless the route says otherwise. Nothing was done.
         *     - `request.uri_too_long` (414): The address with its query is longer than 8 KiB.
         *     - `resource.not_found` (404): Unknown ids and those of others are answered alike.
         *     - `role.too_low` (403): You are a member, but the act needs a higher role.
         *     - `route.method_not_allowed` (405): The path exists with other methods, which `Allow` lists.
         *     - `route.not_found` (404): No route has this path.
         *     - `sandbox.busy` (409): `blockedBy` names what is under way: a turn or an operation.
         *     - `sandbox.destroyed` (409): It was destroyed and does not come back; its history stays readable.
         *     - `sandbox.max_life` (409): Its provider limits the life of a machine and refuses to extend it.
         *     - `sandbox.not_failed` (409): Retry repeats a step that gave up, and there is none.
         *     - `sandbox.not_ready` (409): `state` says what it is doing.
         *     - `sandbox.not_running` (409): Nothing is started or woken on the way; `state` says what it is doing.
         *     - `sandbox.provider_unavailable` (422): It is not configured on this installation, or the organization does not allow it.
         *     - `service.draining` (503): It takes no new requests.
         *     - `service.failed` (500): This is our fault and has been logged under the request id.
         *     - `service.unavailable` (503): A dependency does not answer now. What was accepted before is safe.
         *     - `session.agent_fixed` (409): The session had a turn, and its conversation belongs to its agent.
         *     - `session.closed` (409): A closed session takes no messages; its transcript stays.
         *     - `session.id_taken` (409): Another session has it.
         *     - `session.limit` (409): A task has at most 20 open sessions.
         *     - `session.model_unsupported` (422): The agent offers other models, modes or levels of reasoning; the detail names them.
         *     - `session.not_failed` (409): Only a failed start is tried again.
         *     - `session.too_old` (403): This act needs a sign-in of the last 10 minutes, so that a browser left open cannot do it.
         *     - `session.unknown` (404): The task has none of this id.
         *     - `settings.local_needs_owner` (403): Local sandboxes are isolated only where the machine can, so an admin may not add them.
         *     - `settings.provider_unknown` (422): The settings name a sandbox provider that this instance is not configured for.
         *     - `sync.not_running` (409): It ended before it could be cancelled.
         *     - `sync.unknown` (404): The organization has no run with this id, or it was dropped with age.
         *     - `task.archived` (409): An archived task takes no new work.
         *     - `task.closing` (409): Its work is being saved and its machine ended.
         *     - `task.id_taken` (409): The id was used before, for a task that was asked for in another way.
         *     - `task.killed` (409): It was ended for good.
         *     - `task.limit` (409): The organization has as many tasks that are neither virtual nor archived as its settings allow.
         *     - `task.no_pull_request` (409): It has none, or another one than was named.
         *     - `task.not_fork` (409): The branch is not in a fork.
         *     - `task.not_trusted` (409): The branch is in a fork; no machine is made for it before somebody looked at it.
         *     - `task.turn_running` (409): Nothing is brought into the branch while a turn runs.
         *     - `task.unpushed_work` (409): Commits that were not pushed, or changes without a commit. Nothing was done.
         *     - `task.virtual` (409): It is a row of the list only, so there is nothing to put away.
         *     - `token.expired` (401): The token was valid until its last day.
         *     - `token.expiry` (422): A token has to expire in 1 to 365 days.
         *     - `token.id_taken` (409): A token with this id exists and was asked for with other content.
         *     - `token.invalid` (401): The token is mistyped, unknown or revoked.
         *     - `token.limit` (409): The person has 50 tokens that are neither expired nor revoked.
         *     - `token.scope` (422): A scope does not exist, or is named twice.
         *     - `token.scope_missing` (403): The token was made without the scope that this route needs, or the route is closed to tokens.
         *     - `turn.not_running` (409): It ended, is being stopped already, or another one runs by now.
         *     - `upload.limit` (409): You uploaded 50 images that no message uses.
         *     - `upload.not_image` (422): By its content it is not PNG, JPEG, GIF or WebP, or it is larger than 5 MiB.
         *     - `upload.unknown` (422): It was not uploaded to this task, was used in another message, or was erased after a day.
         *     - `user.confirmation` (422): Deleting an account has to be confirmed with its login. Nothing was changed.
         *     - `variable.limit` (409): An organization has at most 100.
         *     - `variable.name_reserved` (422): It is set by Foundry, or would break or open machines.
         *     - `variable.not_a_model_key` (422): Only ANTHROPIC_API_KEY and OPENAI_API_KEY can be tried.
         *     - `variable.unknown` (404): It was never set.
         *     - `version.conflict` (412): `If-Match` names another version than the present one, which `current` shows. Nothing was done.
         *     - `version.required` (428): This route overwrites a whole, so it needs `If-Match`.
         *     - `webhook.signature_invalid` (401): The body was not signed with the webhook secret that is configured here. Nothing was stored.
         * @example resource.not_found
         * @enum {string}
         */
        ErrorCode: "auth.signed_out" | "branch.invalid" | "branch.is_default" | "branch.not_made_here" | "branch.taken" | "checkpoint.unknown" | "command.cancelled" | "command.expired" | "command.pending" | "command.settled" | "command.started" | "csrf.refused" | "cursor.invalid" | "dead_letter.resolved" | "dead_letter.unreadable" | "delivery.not_failed" | "delivery.payload_expired" | "delivery.unknown" | "draft.limit" | "effect.not_cancellable" | "effect.not_given_up" | "effect.settled" | "effect.superseded" | "email.unverified" | "exec.killed" | "exec.not_started" | "exec.output_too_large" | "file.not_changed" | "file.path_invalid" | "file.unknown" | "github.not_configured" | "github.not_connected" | "github.suspended" | "github.unavailable" | "idempotency.key_invalid" | "idempotency.key_reused" | "member.github_owner" | "member.needs_owner" | "member.self" | "member.unknown" | "message.empty" | "message.id_taken" | "message.limit" | "message.not_queued" | "message.not_retryable" | "message.unknown" | "operation.ended" | "operation.id_taken" | "operation.not_cancellable" | "operation.not_retryable" | "operation.running" | "operation.unknown" | "owner.no_access" | "owner.not_linked" | "owner.not_member" | "permission.answered" | "permission.not_offered" | "permission.unknown" | "pin.limit" | "preferences.too_large" | "process.cwd_invalid" | "process.ended" | "process.id_taken" | "process.limit" | "process.running" | "process.unknown" | "pull_request.unknown" | "push.to_fork" | "rate.limited" | "repository.access_denied" | "repository.archived" | "repository.unknown" | "request.invalid" | "request.malformed" | "request.media_type" | "request.timeout" | "request.too_large" | "request.uri_too_long" | "resource.not_found" | "role.too_low" | "route.method_not_allowed" | "route.not_found" | "sandbox.busy" | "sandbox.destroyed" | "sandbox.max_life" | "sandbox.not_failed" | "sandbox.not_ready" | "sandbox.not_running" | "sandbox.provider_unavailable" | "service.draining" | "service.failed" | "service.unavailable" | "session.agent_fixed" | "session.closed" | "session.id_taken" | "session.limit" | "session.model_unsupported" | "session.not_failed" | "session.too_old" | "session.unknown" | "settings.local_needs_owner" | "settings.provider_unknown" | "sync.not_running" | "sync.unknown" | "task.archived" | "task.closing" | "task.id_taken" | "task.killed" | "task.limit" | "task.no_pull_request" | "task.not_fork" | "task.not_trusted" | "task.turn_running" | "task.unpushed_work" | "task.virtual" | "token.expired" | "token.expiry" | "token.id_taken" | "token.invalid" | "token.limit" | "token.scope" | "token.scope_missing" | "turn.not_running" | "upload.limit" | "upload.not_image" | "upload.unknown" | "user.confirmation" | "variable.limit" | "variable.name_reserved" | "variable.not_a_model_key" | "variable.unknown" | "version.conflict" | "version.required" | "webhook.signature_invalid";
    };
    responses: {
        /**
         * @description `request.malformed`: The request cannot be read.
         *     `idempotency.key_invalid`: The idempotency key cannot be used.
         */
        "Problem400.request.malformed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.malformed`: The request cannot be read. */
        "Problem400.request.malformed.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `auth.signed_out`: You are not signed in.
         *     `token.invalid`: The API token is not valid.
         *     `token.expired`: The API token has expired.
         */
        "Problem401.auth.signed_out": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `webhook.signature_invalid`: The signature of the webhook does not fit. */
        "Problem401.webhook.signature_invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         *     `role.too_low`: Your role does not allow this.
         */
        "Problem403.csrf.refused": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         *     `role.too_low`: Your role does not allow this.
         *     `settings.local_needs_owner`: Only an owner allows local sandboxes.
         */
        "Problem403.csrf.refused.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         *     `role.too_low`: Your role does not allow this.
         *     `member.needs_owner`: Only an owner makes admins.
         */
        "Problem403.csrf.refused.3": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         */
        "Problem403.csrf.refused.33": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         *     `session.too_old`: You signed in too long ago.
         */
        "Problem403.csrf.refused.35": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `csrf.refused`: The request did not come from the web app.
         *     `role.too_low`: Your role does not allow this.
         *     `repository.access_denied`: No write permission on the repository.
         */
        "Problem403.csrf.refused.4": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `role.too_low`: Your role does not allow this. */
        "Problem403.role.too_low": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `token.scope_missing`: The API token lacks a scope.
         *     `role.too_low`: Your role does not allow this.
         */
        "Problem403.token.scope_missing": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `token.scope_missing`: The API token lacks a scope. */
        "Problem403.token.scope_missing.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `checkpoint.unknown`: No such checkpoint.
         */
        "Problem404.checkpoint.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `delivery.unknown`: There is no such delivery.
         */
        "Problem404.delivery.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `file.unknown`: No such file.
         */
        "Problem404.file.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `member.unknown`: Not a member.
         */
        "Problem404.member.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `message.unknown`: No such message.
         */
        "Problem404.message.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `operation.unknown`: No such operation.
         */
        "Problem404.operation.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `permission.unknown`: No such request.
         */
        "Problem404.permission.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `process.unknown`: No such process.
         */
        "Problem404.process.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `repository.unknown`: There is no such repository.
         *     `pull_request.unknown`: No task shows this pull request.
         */
        "Problem404.repository.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `repository.unknown`: There is no such repository.
         */
        "Problem404.repository.unknown.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `resource.not_found`: There is no such thing, or you may not see it. */
        "Problem404.resource.not_found": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `session.unknown`: The task has no such session.
         */
        "Problem404.session.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `sync.unknown`: There is no such sync.
         */
        "Problem404.sync.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `resource.not_found`: There is no such thing, or you may not see it.
         *     `variable.unknown`: No such variable.
         */
        "Problem404.variable.unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `command.started`: The command has begun.
         *     `command.settled`: The command has ended.
         */
        "Problem409.command.expired": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         */
        "Problem409.command.expired.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `token.limit`: Too many API tokens.
         *     `token.id_taken`: The id belongs to another token.
         */
        "Problem409.command.expired.3": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `dead_letter.resolved`: Somebody dealt with this dead letter.
         *     `dead_letter.unreadable`: This dead letter cannot be tried again.
         */
        "Problem409.dead_letter.resolved": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `dead_letter.resolved`: Somebody dealt with this dead letter.
         */
        "Problem409.dead_letter.resolved.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `delivery.not_failed`: This delivery did not fail.
         *     `delivery.payload_expired`: What was delivered is not kept any more.
         */
        "Problem409.delivery.not_failed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `draft.limit`: Too many drafts.
         *     `task.archived`: The task is archived.
         */
        "Problem409.draft.limit": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `effect.not_given_up`: The effect has not given up.
         *     `effect.superseded`: Nobody waits for this effect any more.
         */
        "Problem409.effect.not_given_up": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `effect.settled`: The effect has ended.
         *     `effect.not_cancellable`: The effect cannot be cancelled now.
         */
        "Problem409.effect.settled": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `email.unverified`: There is no verified address.
         */
        "Problem409.email.unverified": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `github.not_configured`: No GitHub App is set up. */
        "Problem409.github.not_configured": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `github.suspended`: The GitHub App is suspended.
         */
        "Problem409.github.not_connected": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.id_taken`: The id is taken.
         *     `operation.running`: An operation runs.
         *     `task.not_trusted`: Nobody trusted the fork.
         *     `task.turn_running`: An agent works.
         */
        "Problem409.github.not_connected.10": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.id_taken`: The id is taken.
         *     `operation.running`: An operation runs.
         *     `task.not_trusted`: Nobody trusted the fork.
         *     `task.turn_running`: An agent works.
         *     `file.not_changed`: The file is not changed.
         */
        "Problem409.github.not_connected.11": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         */
        "Problem409.github.not_connected.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `owner.not_member`: Not a member who may act.
         *     `owner.no_access`: GitHub does not let this person.
         *     `owner.not_linked`: This person never signed in.
         */
        "Problem409.github.not_connected.3": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `task.not_fork`: It is no fork.
         */
        "Problem409.github.not_connected.4": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `task.not_trusted`: Nobody trusted the fork.
         */
        "Problem409.github.not_connected.5": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         */
        "Problem409.github.not_connected.58": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `task.virtual`: Nobody used the task yet.
         *     `operation.running`: An operation runs.
         *     `operation.id_taken`: The id is taken.
         */
        "Problem409.github.not_connected.6": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.id_taken`: The id is taken.
         *     `task.no_pull_request`: The task has no such pull request.
         */
        "Problem409.github.not_connected.64": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.ended`: It has ended.
         *     `operation.not_cancellable`: It cannot be stopped any more.
         */
        "Problem409.github.not_connected.68": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.not_retryable`: Nothing to try again.
         *     `operation.running`: An operation runs.
         */
        "Problem409.github.not_connected.69": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `task.virtual`: Nobody used the task yet.
         */
        "Problem409.github.not_connected.7": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `session.limit`: Too many sessions.
         *     `session.id_taken`: The id is taken.
         */
        "Problem409.github.not_connected.70": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `session.closed`: The session is closed.
         */
        "Problem409.github.not_connected.71": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `session.closed`: The session is closed.
         *     `session.agent_fixed`: The agent stays.
         */
        "Problem409.github.not_connected.73": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `session.closed`: The session is closed.
         *     `session.not_failed`: The session did not fail.
         */
        "Problem409.github.not_connected.74": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `session.closed`: The session is closed.
         *     `turn.not_running`: The turn does not run.
         */
        "Problem409.github.not_connected.75": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `message.limit`: Too many messages wait.
         *     `message.id_taken`: The id is taken.
         *     `session.closed`: The session is closed.
         */
        "Problem409.github.not_connected.77": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `message.limit`: Too many messages wait.
         *     `message.id_taken`: The id is taken.
         *     `session.limit`: Too many sessions.
         *     `session.id_taken`: The id is taken.
         */
        "Problem409.github.not_connected.78": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `task.virtual`: Nobody used the task yet.
         *     `task.unpushed_work`: There is work that GitHub does not have.
         *     `branch.not_made_here`: The branch was there before.
         *     `operation.running`: An operation runs.
         *     `operation.id_taken`: The id is taken.
         */
        "Problem409.github.not_connected.8": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `message.not_queued`: The message does not wait.
         */
        "Problem409.github.not_connected.81": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `message.not_retryable`: Nothing failed.
         *     `session.closed`: The session is closed.
         */
        "Problem409.github.not_connected.82": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `permission.answered`: Somebody was faster.
         */
        "Problem409.github.not_connected.85": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `task.archived`: The task was put away.
         *     `task.killed`: The task is gone.
         *     `task.closing`: The task is being put away.
         *     `operation.id_taken`: The id is taken.
         *     `operation.running`: An operation runs.
         *     `task.not_trusted`: Nobody trusted the fork.
         *     `push.to_fork`: The branch is in a fork.
         */
        "Problem409.github.not_connected.9": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `github.not_connected`: The GitHub App is not installed.
         *     `upload.limit`: Too many images wait.
         */
        "Problem409.github.not_connected.90": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `member.github_owner`: Owners at GitHub are owners here.
         *     `member.self`: Nobody changes their own role.
         */
        "Problem409.member.github_owner": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `pin.limit`: Too many pinned tasks.
         */
        "Problem409.pin.limit": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `process.ended`: The process has ended.
         *     `sandbox.not_ready`: The sandbox is not ready.
         */
        "Problem409.process.ended": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `process.running`: The process still runs.
         */
        "Problem409.process.running": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `repository.archived`: The repository is archived.
         *     `github.not_connected`: The GitHub App is not installed.
         *     `branch.is_default`: This is the default branch.
         *     `branch.taken`: Another task has this branch.
         *     `task.limit`: Too many active tasks.
         *     `task.id_taken`: This id belongs to another task.
         */
        "Problem409.repository.archived": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.busy`: Somebody works in the sandbox.
         *     `sandbox.not_ready`: The sandbox is not ready.
         */
        "Problem409.sandbox.busy": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.busy`: Somebody works in the sandbox.
         *     `sandbox.destroyed`: The sandbox has ended.
         */
        "Problem409.sandbox.busy.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.destroyed`: The sandbox has ended.
         */
        "Problem409.sandbox.destroyed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.not_failed`: Nothing failed.
         */
        "Problem409.sandbox.not_failed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.not_ready`: The sandbox is not ready.
         *     `sandbox.max_life`: The machine cannot live longer.
         */
        "Problem409.sandbox.not_ready": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sandbox.not_ready`: The sandbox is not ready.
         *     `process.limit`: Too many processes.
         *     `process.id_taken`: The id is taken.
         */
        "Problem409.sandbox.not_ready.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `sandbox.not_running`: The machine is not running. */
        "Problem409.sandbox.not_running": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `sandbox.not_running`: The machine is not running.
         *     `exec.killed`: The program was killed.
         *     `exec.output_too_large`: The output is too large.
         */
        "Problem409.sandbox.not_running.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `sync.not_running`: This sync has ended.
         */
        "Problem409.sync.not_running": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `task.archived`: The task is archived.
         */
        "Problem409.task.archived": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `command.expired`: The command expired.
         *     `command.cancelled`: The command was cancelled.
         *     `variable.limit`: Too many variables.
         */
        "Problem409.variable.limit": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version.conflict`: It changed since you read it. */
        "Problem412.version.conflict": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.too_large`: The body is too large. */
        "Problem413.request.too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.uri_too_long`: The address is too long. */
        "Problem414.request.uri_too_long": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.media_type`: The content type is not accepted. */
        "Problem415.request.media_type": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `branch.invalid`: This is not the name of a branch.
         *     `message.empty`: The message has no text.
         *     `sandbox.provider_unavailable`: Sandboxes of this provider are not allowed here.
         */
        "Problem422.branch.invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `cursor.invalid`: The cursor is not valid here.
         */
        "Problem422.cursor.invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `exec.not_started`: The program could not start.
         *     `process.cwd_invalid`: The folder is not in the repository.
         */
        "Problem422.exec.not_started": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `file.path_invalid`: The path is not valid.
         */
        "Problem422.file.path_invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `file.path_invalid`: The path is not valid.
         */
        "Problem422.file.path_invalid.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `message.empty`: The message is empty.
         *     `upload.unknown`: The image is not there.
         */
        "Problem422.message.empty": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `message.empty`: The message is empty.
         */
        "Problem422.message.empty.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `permission.not_offered`: The agent does not offer this answer.
         */
        "Problem422.permission.not_offered": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `preferences.too_large`: These preferences are too large.
         */
        "Problem422.preferences.too_large": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `process.cwd_invalid`: The folder is not in the repository.
         */
        "Problem422.process.cwd_invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `request.invalid`: The request is not valid. */
        "Problem422.request.invalid": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         */
        "Problem422.request.invalid.2": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `token.expiry`: This life is too short or too long.
         *     `token.scope`: This scope cannot be given.
         */
        "Problem422.request.invalid.3": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `sandbox.provider_unavailable`: The provider cannot be used.
         */
        "Problem422.sandbox.provider_unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `session.model_unsupported`: The agent does not have it.
         */
        "Problem422.session.model_unsupported": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `settings.provider_unknown`: This provider is not offered.
         */
        "Problem422.settings.provider_unknown": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `upload.not_image`: It is no image that can be used.
         */
        "Problem422.upload.not_image": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `user.confirmation`: The login is not yours.
         */
        "Problem422.user.confirmation": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `variable.name_reserved`: The name is reserved.
         */
        "Problem422.variable.name_reserved": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `request.invalid`: The request is not valid.
         *     `idempotency.key_reused`: The idempotency key was used for another request.
         *     `variable.not_a_model_key`: Not the key of a model.
         */
        "Problem422.variable.not_a_model_key": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version.required`: The version you read is needed. */
        "Problem428.version.required": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate.limited`: Too many requests. */
        "Problem429.rate.limited": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `service.failed`: Something failed on our side. */
        "Problem500.service.failed": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `service.unavailable`: A part we depend on is away.
         *     `service.draining`: This instance is shutting down.
         *     `github.unavailable`: GitHub does not answer.
         */
        "Problem503.github.unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description `service.unavailable`: A part we depend on is away.
         *     `service.draining`: This instance is shutting down.
         */
        "Problem503.service.unavailable": {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
         * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
         */
        IdempotencyKey: string;
        /**
         * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
         * @example wait=3
         */
        Prefer: string;
        /**
         * @description The `ETag` that you read; with another version nothing is changed.
         * @example "7"
         */
        IfMatch: string;
        /**
         * @description The `ETag` that you read; with another version nothing is changed.
         * @example "7"
         */
        IfMatchRequired: string;
        /**
         * @description The `ETag` that you have; 304 when it still holds.
         * @example "7"
         */
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Ours, or yours if it was 8 to 64 of A-Z a-z 0-9 _ -.
         * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
         */
        "X-Request-Id": string;
        /**
         * @description Address of the new thing, or of the command.
         * @example /v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
         */
        Location: string;
        /**
         * @description Seconds after which to ask again.
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description The version of what was answered; send it as `If-Match` or `If-None-Match`.
         * @example "7"
         */
        ETag: string;
        /**
         * @description Address of the next page.
         * @example </v1/dead-letters?cursor=eyJh.bcd>; rel="next"
         */
        Link: string;
        /**
         * @description What of `Prefer` was followed.
         * @example respond-async
         */
        "Preference-Applied": string;
        /**
         * @description `true` when the key was used before, so this is the first answer again.
         * @example true
         */
        "Idempotent-Replayed": string;
        /**
         * @description What is left of this minute (IETF draft).
         * @example "default";r=598;t=41
         */
        RateLimit: string;
        /**
         * @description What a minute allows (IETF draft).
         * @example "default";q=600;w=60
         */
        "RateLimit-Policy": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example http_in_flight 1 */
                    "text/plain": string;
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgres": {
                     *           "status": "ok",
                     *           "ms": 1,
                     *           "since": "2026-01-05T09:00:00.000Z",
                     *           "hint": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
            /** @description The same report, when this instance cannot work. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgres": {
                     *           "status": "ok",
                     *           "ms": 1,
                     *           "since": "2026-01-05T09:00:00.000Z",
                     *           "hint": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    showSetupHelp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
    getApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "userId": "9919",
                     *         "login": "octocat",
                     *         "name": "The Octocat",
                     *         "avatarUrl": null,
                     *         "version": 1
                     *       },
                     *       "csrfToken": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                     *       "operator": false,
                     *       "organizations": [],
                     *       "discovery": {
                     *         "state": "never",
                     *         "startedAt": null,
                     *         "finishedAt": null,
                     *         "reason": null,
                     *         "version": 0
                     *       },
                     *       "instance": {
                     *         "version": "1.0.0",
                     *         "embedded": false,
                     *         "githubApp": true,
                     *         "githubUrl": "https://github.com",
                     *         "providers": [
                     *           "e2b",
                     *           "local"
                     *         ],
                     *         "billing": false
                     *       },
                     *       "topic": {
                     *         "name": "app:9919",
                     *         "version": 12
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["App"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listAuditKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["AuditKeys"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    beginSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser is sent on. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The browser is sent on. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getCommand: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The command.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    /** @description Seconds after which to ask again, while the command has no outcome. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "name": "organization.grantRole",
                     *       "module": "organization",
                     *       "entityId": "9919",
                     *       "organizationId": "9919",
                     *       "actor": {
                     *         "kind": "user",
                     *         "userId": "42",
                     *         "via": "session"
                     *       },
                     *       "correlationId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
                     *       "causationId": null,
                     *       "retryOf": null,
                     *       "state": "published",
                     *       "attempt": 0,
                     *       "acceptedAt": "2030-01-01T12:00:00.000Z",
                     *       "publishedAt": "2030-01-01T12:00:00.004Z",
                     *       "startedAt": null,
                     *       "settledAt": null,
                     *       "deadline": null,
                     *       "outcome": null,
                     *       "code": null,
                     *       "message": null,
                     *       "result": null,
                     *       "problem": null,
                     *       "payload": null,
                     *       "next": {
                     *         "waitsFor": "worker",
                     *         "commandId": null,
                     *         "until": null
                     *       },
                     *       "actions": [
                     *         "cancel"
                     *       ],
                     *       "links": {
                     *         "chain": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11/chain"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CommandView"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.role.too_low"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    cancelCommand: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The command.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "outcome": "cancelled"
                     *     }
                     */
                    "application/json": components["schemas"]["CancelledCommand"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getCommandChain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The command.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                commandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "correlationId": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52",
                     *       "nodes": [],
                     *       "truncated": false
                     *     }
                     */
                    "application/json": components["schemas"]["ChainView"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.role.too_low"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /**
                 * @description Only letters in these states.
                 * @example open
                 */
                state?: components["schemas"]["DeadLetterState"] | components["schemas"]["DeadLetterState"][];
                /**
                 * @description Only letters of these modules.
                 * @example text
                 */
                module?: string | string[];
                /**
                 * @description Only letters of this organization.
                 * @example 9919
                 */
                organizationId?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The dead letter.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                deadLetterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "source": "command",
                     *       "module": "organization",
                     *       "organizationId": "9919",
                     *       "name": "organization.grantRole",
                     *       "entityId": "9919",
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "internal",
                     *       "message": "Cannot read properties of undefined",
                     *       "attempts": 1,
                     *       "diedAt": "2030-01-01T12:00:00.000Z",
                     *       "state": "open",
                     *       "resolvedBy": null,
                     *       "resolvedAt": null,
                     *       "retriedAs": null,
                     *       "reason": null,
                     *       "actions": [
                     *         "retry",
                     *         "discard"
                     *       ],
                     *       "envelope": {
                     *         "name": "organization.grantRole"
                     *       },
                     *       "stack": null,
                     *       "raw": null
                     *     }
                     */
                    "application/json": components["schemas"]["DeadLetterDetail"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The dead letter.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                deadLetterId: string;
            };
            cookie?: never;
        };
        /** @description Why a dead letter is given up. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Sent by mistake."
                 *     }
                 */
                "application/json": components["schemas"]["DiscardBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "state": "retried",
                     *       "retriedAs": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52"
                     *     }
                     */
                    "application/json": components["schemas"]["ResolvedDeadLetter"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.dead_letter.resolved.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The dead letter.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                deadLetterId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deadLetterId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "state": "retried",
                     *       "retriedAs": "6a0f5a70-93b9-4b5e-8f62-3f0d9d1f6b52"
                     *     }
                     */
                    "application/json": components["schemas"]["ResolvedDeadLetter"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.dead_letter.resolved"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    beginInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where to install the App. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organizationId": "9919"
                 *     }
                 */
                "application/json": components["schemas"]["BeginInstallation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://github.com/apps/foundry/installations/new?state=x"
                     *     }
                     */
                    "application/json": components["schemas"]["InstallationStart"];
                };
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            409: components["responses"]["Problem409.github.not_configured"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.github.unavailable"];
        };
    };
    finishInstallation: {
        parameters: {
            query?: {
                /**
                 * @description The installation, which proves nothing.
                 * @example 42
                 */
                installation_id?: string;
                /**
                 * @description `install`, or `request` when an owner has to approve.
                 * @example install
                 */
                setup_action?: string;
                /**
                 * @description What was sent along.
                 * @example x
                 */
                state?: string;
                /**
                 * @description Comes where GitHub was told to ask for an authorization as well; not looked at.
                 * @example x
                 */
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description The browser is sent on. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
            /** @description Anything else is a problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEffects: {
        parameters: {
            query?: {
                /**
                 * @description Only effects in these states.
                 * @example waiting
                 */
                state?: components["schemas"]["EffectState"] | components["schemas"]["EffectState"][];
                /**
                 * @description Only effects of these modules.
                 * @example text
                 */
                module?: string | string[];
                /**
                 * @description Only effects of this organization.
                 * @example 9919
                 */
                organizationId?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["EffectPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    cancelEffect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The effect.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                effectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "effectId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "state": "requested"
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedEffect"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.effect.settled"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retryEffect: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description The effect.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                effectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "effectId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "state": "requested"
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedEffect"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.effect.not_given_up"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listEntityHistory: {
        parameters: {
            query?: {
                /**
                 * @description Only these kinds of message.
                 * @example command
                 */
                kind?: ("command" | "event" | "effect") | ("command" | "event" | "effect")[];
                /**
                 * @description Only commands that ended so.
                 * @example handled
                 */
                outcome?: ("handled" | "rejected" | "expired" | "cancelled" | "dead" | "discarded") | ("handled" | "rejected" | "expired" | "cancelled" | "dead" | "discarded")[];
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Name of the module that owns it.
                 * @example organization
                 */
                module: string;
                /**
                 * @description Its id.
                 * @example 9919
                 */
                entityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getPending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the module that owns it.
                 * @example organization
                 */
                module: string;
                /**
                 * @description Its id.
                 * @example 9919
                 */
                entityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commands": [],
                     *       "effects": []
                     *     }
                     */
                    "application/json": components["schemas"]["PendingView"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listProcesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["ProcessList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.role.too_low"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.role.too_low"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SchedulePage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.role.too_low"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listInstanceAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Id of who acted.
                 * @example 42
                 */
                actor?: string | string[];
                /**
                 * @description A kind, or all of a subject: `member.*`.
                 * @example member.*
                 */
                kind?: string | string[];
                /**
                 * @description Done or refused.
                 * @example refused
                 */
                outcome?: ("done" | "refused") | ("done" | "refused")[];
                /**
                 * @description Id of the task.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11
                 */
                task?: string | string[];
                /**
                 * @description Id of the repository.
                 * @example 7001
                 */
                repository?: string | string[];
                /**
                 * @description Name of the branch.
                 * @example main
                 */
                branch?: string | string[];
                /**
                 * @description What it was done to, as `type:id`.
                 * @example member:43
                 */
                subject?: string | string[];
                /**
                 * @description What one request began.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13
                 */
                correlation?: string | string[];
                /**
                 * @description Not before this time.
                 * @example 2026-11-01T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description Not after this time.
                 * @example 2026-11-30T23:59:59.999Z
                 */
                to?: string;
                /**
                 * @description How many items at most: 1 to 200, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "userId": "9919",
                     *         "login": "octocat",
                     *         "name": "The Octocat",
                     *         "avatarUrl": null,
                     *         "version": 1
                     *       },
                     *       "account": {
                     *         "state": "connected",
                     *         "reason": null
                     *       },
                     *       "preferences": {
                     *         "appearance": {
                     *           "theme": "system",
                     *           "density": "comfortable",
                     *           "motion": "system"
                     *         },
                     *         "sendKey": "enter",
                     *         "singleKeys": true,
                     *         "defaultAgent": null,
                     *         "defaultModel": null,
                     *         "lastModels": {},
                     *         "commitEmail": "noreply",
                     *         "notifications": {
                     *           "needsYou": "browser",
                     *           "finished": "inbox",
                     *           "failed": "inbox",
                     *           "ownerChanged": "inbox",
                     *           "pullRequest": "inbox"
                     *         },
                     *         "listViews": {},
                     *         "onboardingHidden": false,
                     *         "lastOrganizationId": null,
                     *         "version": 0
                     *       },
                     *       "csrfToken": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The confirmation of the person. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "login": "octocat"
                 *     }
                 */
                "application/json": components["schemas"]["DeleteAccountBody"];
            };
        };
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.35"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.user.confirmation"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listApiTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ApiTokenList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    createApiToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description An API token to make. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "nightly",
                 *       "scopes": [
                 *         "tasks:read"
                 *       ],
                 *       "organizationId": null,
                 *       "expiresInDays": 90
                 *     }
                 */
                "application/json": components["schemas"]["ApiTokenBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokenId": "0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11",
                     *       "name": "nightly",
                     *       "prefix": "fdy_000000",
                     *       "scopes": [
                     *         "tasks:read"
                     *       ],
                     *       "organizationId": null,
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "expiresAt": "2030-04-01T12:00:00.000Z",
                     *       "lastUsedAt": null,
                     *       "revokedAt": null,
                     *       "version": 1,
                     *       "secret": "fdy_0000000000000000000000000000000000000000000000000"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            409: components["responses"]["Problem409.command.expired.3"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.3"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    revokeApiToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the token.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listOwnAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Id of who acted.
                 * @example 42
                 */
                actor?: string | string[];
                /**
                 * @description A kind, or all of a subject: `member.*`.
                 * @example member.*
                 */
                kind?: string | string[];
                /**
                 * @description Done or refused.
                 * @example refused
                 */
                outcome?: ("done" | "refused") | ("done" | "refused")[];
                /**
                 * @description Id of the task.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11
                 */
                task?: string | string[];
                /**
                 * @description Id of the repository.
                 * @example 7001
                 */
                repository?: string | string[];
                /**
                 * @description Name of the branch.
                 * @example main
                 */
                branch?: string | string[];
                /**
                 * @description What it was done to, as `type:id`.
                 * @example member:43
                 */
                subject?: string | string[];
                /**
                 * @description What one request began.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13
                 */
                correlation?: string | string[];
                /**
                 * @description Not before this time.
                 * @example 2026-11-01T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description Not after this time.
                 * @example 2026-11-30T23:59:59.999Z
                 */
                to?: string;
                /**
                 * @description How many items at most: 1 to 200, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    discoverOrganizations: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description `task:<task>:<session>`, `task:<task>:new` before there is a session, `organization:<id>:new-task`.
                 * @example organization:9919:new-task
                 */
                scope: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scope": "task:0190c6a0-0000-7000-8000-000000000001:new",
                     *       "messageId": "0190c6a0-0000-7000-8000-000000000005",
                     *       "text": "Please add a test for",
                     *       "attachments": [],
                     *       "form": null,
                     *       "updatedAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 4
                     *     }
                     */
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description `task:<task>:<session>`, `task:<task>:new` before there is a session, `organization:<id>:new-task`.
                 * @example organization:9919:new-task
                 */
                scope: string;
            };
            cookie?: never;
        };
        /** @description What is being written, whole. Empty: there is no draft any more. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "0190c6a0-0000-7000-8000-000000000005",
                 *       "text": "Please add a test for",
                 *       "attachments": [],
                 *       "form": null
                 *     }
                 */
                "application/json": components["schemas"]["DraftBody"];
            };
        };
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.draft.limit"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /**
                 * @description Open items, or those of the last 30 days that are done.
                 * @example open
                 */
                state?: "open" | "done";
                /**
                 * @description Only items of this organization.
                 * @example 9919
                 */
                organizationId?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null,
                     *       "topicVersion": 12
                     *     }
                     */
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    setInboxDone: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Items that are done, or not. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         "0190c6a0-0000-7000-8000-000000000003"
                 *       ],
                 *       "done": true
                 *     }
                 */
                "application/json": components["schemas"]["SetInboxDoneBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "open": 3
                     *     }
                     */
                    "application/json": components["schemas"]["InboxCount"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    updatePreferences: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description The `ETag` that you read; with another version nothing is changed.
                 * @example "7"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description Preferences to change. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "appearance": {
                 *         "theme": "dark"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "appearance": {
                     *         "theme": "system",
                     *         "density": "comfortable",
                     *         "motion": "system"
                     *       },
                     *       "sendKey": "enter",
                     *       "singleKeys": true,
                     *       "defaultAgent": null,
                     *       "defaultModel": null,
                     *       "lastModels": {},
                     *       "commitEmail": "noreply",
                     *       "notifications": {
                     *         "needsYou": "browser",
                     *         "finished": "inbox",
                     *         "failed": "inbox",
                     *         "ownerChanged": "inbox",
                     *         "pullRequest": "inbox"
                     *       },
                     *       "listViews": {},
                     *       "onboardingHidden": false,
                     *       "lastOrganizationId": null,
                     *       "version": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            409: components["responses"]["Problem409.email.unverified"];
            412: components["responses"]["Problem412.version.conflict"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.preferences.too_large"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.resource.not_found"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getOwnTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": {
                     *         "taskId": "0190c6a0-0000-7000-8000-000000000001",
                     *         "organizationId": "9919",
                     *         "activeSessionId": null,
                     *         "pinRank": null,
                     *         "participant": false,
                     *         "unread": false,
                     *         "sessions": [],
                     *         "version": 0
                     *       },
                     *       "drafts": [],
                     *       "topicVersion": 12
                     *     }
                     */
                    "application/json": components["schemas"]["OwnTask"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    openTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description What of a task is looked at. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002"
                 *     }
                 */
                "application/json": components["schemas"]["OpenTaskBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *       "pinRank": null,
                     *       "participant": true,
                     *       "unread": true,
                     *       "sessions": [
                     *         {
                     *           "sessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *           "unread": true,
                     *           "unreadAt": "2030-01-01T12:00:00.000Z",
                     *           "viewedSeq": 40,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["TaskState"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    pinTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description Where a task is pinned. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rank": "a0"
                 *     }
                 */
                "application/json": components["schemas"]["PinTaskBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *       "pinRank": null,
                     *       "participant": true,
                     *       "unread": true,
                     *       "sessions": [
                     *         {
                     *           "sessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *           "unread": true,
                     *           "unreadAt": "2030-01-01T12:00:00.000Z",
                     *           "viewedSeq": 40,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["TaskState"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.pin.limit"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    markSessionUnread: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
                /**
                 * @description Id of the session.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "activeSessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *       "pinRank": null,
                     *       "participant": true,
                     *       "unread": true,
                     *       "sessions": [
                     *         {
                     *           "sessionId": "0190c6a0-0000-7000-8000-000000000002",
                     *           "unread": true,
                     *           "unreadAt": "2030-01-01T12:00:00.000Z",
                     *           "viewedSeq": 40,
                     *           "version": 3
                     *         }
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    "application/json": components["schemas"]["TaskState"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.task.archived"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    markSessionViewed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
                /**
                 * @description Id of the session.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description How far a session was shown. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seq": 42
                 *     }
                 */
                "application/json": components["schemas"]["MarkViewedBody"];
            };
        };
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.33"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.task.archived"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    cancelMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the message.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "position": 1,
                     *       "state": "queued",
                     *       "waitingFor": "turn"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.message.unknown"];
            409: components["responses"]["Problem409.github.not_connected.81"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the message.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                messageId: string;
            };
            cookie?: never;
        };
        /** @description What a message says. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Greet people by name"
                 *     }
                 */
                "application/json": components["schemas"]["MessageText"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "position": 1,
                     *       "state": "queued",
                     *       "waitingFor": "turn"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.message.unknown"];
            409: components["responses"]["Problem409.github.not_connected.81"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.message.empty.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retryMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the message.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                messageId: string;
            };
            cookie?: never;
        };
        /** @description How to try again. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "withoutCredential": false
                 *     }
                 */
                "application/json": components["schemas"]["MessageRetry"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "position": 1,
                     *       "state": "queued",
                     *       "waitingFor": "turn"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.message.unknown"];
            409: components["responses"]["Problem409.github.not_connected.82"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the operation.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.operation.unknown"];
            409: components["responses"]["Problem409.github.not_connected.68"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retryOperation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the operation.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                operationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.operation.unknown"];
            409: components["responses"]["Problem409.github.not_connected.69"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organization": {
                     *         "id": "9919",
                     *         "kind": "company",
                     *         "login": "acme",
                     *         "displayName": "Acme",
                     *         "avatarUrl": null,
                     *         "customName": null,
                     *         "githubName": "Acme",
                     *         "state": "active",
                     *         "claimedAt": "2030-01-01T12:00:00.000Z",
                     *         "createdAt": "2030-01-01T12:00:00.000Z",
                     *         "updatedAt": "2030-01-01T12:00:00.000Z",
                     *         "version": 3
                     *       },
                     *       "settings": {
                     *         "defaultRole": "member",
                     *         "taskVisibility": "repository",
                     *         "pullRequestTasks": "all",
                     *         "excludeAuthors": [],
                     *         "autoArchive": "closed_or_merged",
                     *         "branchPrefix": "foundry/",
                     *         "sandboxProviders": [],
                     *         "defaultProvider": null,
                     *         "budgets": {
                     *           "perTask": null,
                     *           "perUserMonth": null,
                     *           "perOrganizationMonth": null
                     *         },
                     *         "idleMinutes": 15,
                     *         "turnLimitMinutes": 240,
                     *         "maxActiveTasks": 500
                     *       },
                     *       "role": "admin",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationDetail"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description The `ETag` that you read; with another version nothing is changed.
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatchRequired"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        /** @description What to change of a profile. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "Acme"
                 *     }
                 */
                "application/json": components["schemas"]["ProfileBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "9919",
                     *       "kind": "company",
                     *       "login": "acme",
                     *       "displayName": "Acme",
                     *       "avatarUrl": null,
                     *       "customName": null,
                     *       "githubName": "Acme",
                     *       "state": "active",
                     *       "claimedAt": "2030-01-01T12:00:00.000Z",
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "updatedAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired.2"];
            412: components["responses"]["Problem412.version.conflict"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            428: components["responses"]["Problem428.version.required"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agents": [],
                     *       "source": "catalogue",
                     *       "asOf": null
                     *     }
                     */
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description Id of who acted.
                 * @example 42
                 */
                actor?: string | string[];
                /**
                 * @description A kind, or all of a subject: `member.*`.
                 * @example member.*
                 */
                kind?: string | string[];
                /**
                 * @description Done or refused.
                 * @example refused
                 */
                outcome?: ("done" | "refused") | ("done" | "refused")[];
                /**
                 * @description Id of the task.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11
                 */
                task?: string | string[];
                /**
                 * @description Id of the repository.
                 * @example 7001
                 */
                repository?: string | string[];
                /**
                 * @description Name of the branch.
                 * @example main
                 */
                branch?: string | string[];
                /**
                 * @description What it was done to, as `type:id`.
                 * @example member:43
                 */
                subject?: string | string[];
                /**
                 * @description What one request began.
                 * @example 0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13
                 */
                correlation?: string | string[];
                /**
                 * @description Not before this time.
                 * @example 2026-11-01T00:00:00.000Z
                 */
                from?: string;
                /**
                 * @description Not after this time.
                 * @example 2026-11-30T23:59:59.999Z
                 */
                to?: string;
                /**
                 * @description How many items at most: 1 to 200, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The organization.
                 * @example 41
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization.
                 * @example 41
                 */
                organizationId: string;
                /**
                 * @description Number of the entry.
                 * @example 7
                 */
                seq: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "streamId": "41",
                     *       "seq": "7",
                     *       "entryId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a11",
                     *       "occurredAt": "2026-11-21T10:00:00.000Z",
                     *       "recordedAt": "2026-11-21T10:00:00.120Z",
                     *       "kind": "member.role_granted",
                     *       "outcome": "done",
                     *       "code": null,
                     *       "actor": {
                     *         "kind": "user",
                     *         "id": "42"
                     *       },
                     *       "onBehalfOf": null,
                     *       "via": "session",
                     *       "commandId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a12",
                     *       "correlationId": "0198b2a4-3f3e-7d60-9f53-0d3b1d5f7a13",
                     *       "subject": {
                     *         "type": "member",
                     *         "id": "43"
                     *       },
                     *       "taskId": null,
                     *       "repositoryId": null,
                     *       "branch": null,
                     *       "details": {
                     *         "role": "admin"
                     *       },
                     *       "erasedBy": null,
                     *       "proof": {
                     *         "content": "{\"seq\":\"7\"}",
                     *         "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                     *         "previousHash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                     *         "salt": "00000000000000000000000000000000",
                     *         "signed": {
                     *           "seq": "1000",
                     *           "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                     *           "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
                     *           "keyId": "3f1c0b7a9d2e4c55"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntryWithProof"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization.
                 * @example 41
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        /** @description What to export. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "format": "jsonl"
                 *     }
                 */
                "application/json": components["schemas"]["AuditExportBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Name of the file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"type":"header"} */
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organization.
                 * @example 41
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "streamId": "41",
                     *       "seq": "1042",
                     *       "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                     *       "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
                     *       "keyId": "3f1c0b7a9d2e4c55",
                     *       "checkpoint": {
                     *         "seq": "1000",
                     *         "hash": "a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1a4f1",
                     *         "signature": "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c",
                     *         "keyId": "3f1c0b7a9d2e4c55"
                     *       },
                     *       "verified": {
                     *         "seq": "1000",
                     *         "at": "2026-11-21T02:00:00.000Z",
                     *         "fault": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /**
                 * @description The first entry to verify.
                 * @example 1
                 */
                from?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The organization.
                 * @example 41
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": true,
                     *       "from": "1",
                     *       "to": "10000",
                     *       "next": "10001",
                     *       "erased": 0,
                     *       "firstBad": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getGithub: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizationId": "9919",
                     *       "kind": "company",
                     *       "login": "acme",
                     *       "installation": "connected",
                     *       "installationId": "52",
                     *       "missingPermissions": [],
                     *       "sync": "syncing",
                     *       "errorCode": null,
                     *       "errorText": null,
                     *       "lastSyncedAt": null,
                     *       "lastDeliveryAt": "2030-01-01T12:00:00.000Z",
                     *       "lastDeliveryEvent": "installation",
                     *       "run": {
                     *         "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "trigger": "installation",
                     *         "scope": "all",
                     *         "state": "running",
                     *         "phase": "pull_requests",
                     *         "done": 120,
                     *         "total": 500,
                     *         "failed": 0,
                     *         "requests": 130,
                     *         "waitingUntil": null,
                     *         "waitingReason": null,
                     *         "startedAt": "2030-01-01T12:00:00.000Z",
                     *         "finishedAt": null,
                     *         "errorCode": null,
                     *         "errorText": null
                     *       },
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["GithubStatus"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only these.
                 * @example failed
                 */
                state?: "received" | "processed" | "ignored" | "failed";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id that GitHub gave the delivery.
                 * @example 72d3162e-cc78-11e3-81ab-4c9367dc0958
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deliveryId": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
                     *       "event": "pull_request",
                     *       "action": "opened",
                     *       "repositoryId": "1296269",
                     *       "receivedAt": "2030-01-01T12:00:00.000Z",
                     *       "size": 20480,
                     *       "state": "processed",
                     *       "reason": null,
                     *       "attempts": 1,
                     *       "processedAt": "2030-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.delivery.unknown"];
            409: components["responses"]["Problem409.delivery.not_failed"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listGithubMembers: {
        parameters: {
            query?: {
                /**
                 * @description Part of a login or name.
                 * @example octo
                 */
                q?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["GithubMemberPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSyncs: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRunPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    requestSync: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        /** @description What to read. */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SyncBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["SyncAccepted"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id of the sync.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "trigger": "installation",
                     *       "scope": "all",
                     *       "state": "running",
                     *       "phase": "pull_requests",
                     *       "done": 120,
                     *       "total": 500,
                     *       "failed": 0,
                     *       "requests": 130,
                     *       "waitingUntil": null,
                     *       "waitingReason": null,
                     *       "startedAt": "2030-01-01T12:00:00.000Z",
                     *       "finishedAt": null,
                     *       "errorCode": null,
                     *       "errorText": null,
                     *       "errors": [
                     *         {
                     *           "repositoryId": "1296269",
                     *           "fullName": "acme/orders",
                     *           "error": "github.unavailable"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRunDetail"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.sync.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    cancelSync: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id of the sync.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "trigger": "installation",
                     *       "scope": "all",
                     *       "state": "running",
                     *       "phase": "pull_requests",
                     *       "done": 120,
                     *       "total": 500,
                     *       "failed": 0,
                     *       "requests": 130,
                     *       "waitingUntil": null,
                     *       "waitingReason": null,
                     *       "startedAt": "2030-01-01T12:00:00.000Z",
                     *       "finishedAt": null,
                     *       "errorCode": null,
                     *       "errorText": null
                     *     }
                     */
                    "application/json": components["schemas"]["SyncRun"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.sync.unknown"];
            409: components["responses"]["Problem409.sync.not_running"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Part of a login or name.
                 * @example octo
                 */
                q?: string;
                /**
                 * @description Only these; blocked people are listed under this word only.
                 * @example admin
                 */
                role?: "owner" | "admin" | "member" | "viewer" | "blocked";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null,
                     *       "topicVersion": 12
                     *     }
                     */
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description GitHub id of the person.
                 * @example 583231
                 */
                userId: string;
            };
            cookie?: never;
        };
        /** @description A role to grant. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "viewer"
                 *     }
                 */
                "application/json": components["schemas"]["RoleBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizationId": "9919",
                     *       "userId": "583231",
                     *       "login": "octocat",
                     *       "name": "The Octocat",
                     *       "avatarUrl": null,
                     *       "githubRole": "member",
                     *       "grantedRole": null,
                     *       "role": "member",
                     *       "state": "active",
                     *       "joinedAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.3"];
            404: components["responses"]["Problem404.member.unknown"];
            409: components["responses"]["Problem409.member.github_owner"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listPullRequests: {
        parameters: {
            query?: {
                /**
                 * @description Only these.
                 * @example open
                 */
                state?: "open" | "closed" | "merged";
                /**
                 * @description Only of this repository.
                 * @example 1296269
                 */
                repositoryId?: string;
                /**
                 * @description Only of this login.
                 * @example octocat
                 */
                author?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["PullRequestPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listRepositories: {
        parameters: {
            query?: {
                /**
                 * @description Part of the name.
                 * @example orders
                 */
                q?: string;
                /**
                 * @description Whether the App can still see them.
                 * @example available
                 */
                state?: "available" | "removed" | "all";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["RepositoryPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description GitHub id of the repository.
                 * @example 1296269
                 */
                repositoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizationId": "9919",
                     *       "repositoryId": "1296269",
                     *       "fullName": "acme/orders",
                     *       "private": true,
                     *       "archived": false,
                     *       "fork": false,
                     *       "defaultBranch": "main",
                     *       "pushedAt": "2030-01-01T12:00:00.000Z",
                     *       "state": "available",
                     *       "removedAt": null,
                     *       "pullsSyncedAt": "2030-01-01T12:00:00.000Z",
                     *       "syncError": null,
                     *       "version": 7,
                     *       "permission": "write"
                     *     }
                     */
                    "application/json": components["schemas"]["OwnRepository"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.repository.unknown.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listBranches: {
        parameters: {
            query?: {
                /**
                 * @description Part of the name.
                 * @example fix
                 */
                q?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description GitHub id of the repository.
                 * @example 1296269
                 */
                repositoryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         "main"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BranchNames"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.repository.unknown.2"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSandboxes: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
                /**
                 * @description The `ETag` that you read; with another version nothing is changed.
                 * @example "7"
                 */
                "If-Match": components["parameters"]["IfMatchRequired"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        /** @description Settings to change; absent ones stay as they are. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "idleMinutes": 30
                 *     }
                 */
                "application/json": components["schemas"]["SettingsPatch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizationId": "9919",
                     *       "settings": {
                     *         "defaultRole": "member",
                     *         "taskVisibility": "repository",
                     *         "pullRequestTasks": "all",
                     *         "excludeAuthors": [],
                     *         "autoArchive": "closed_or_merged",
                     *         "branchPrefix": "foundry/",
                     *         "sandboxProviders": [],
                     *         "defaultProvider": null,
                     *         "budgets": {
                     *           "perTask": null,
                     *           "perUserMonth": null,
                     *           "perOrganizationMonth": null
                     *         },
                     *         "idleMinutes": 15,
                     *         "turnLimitMinutes": 240,
                     *         "maxActiveTasks": 500
                     *       },
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationSettings"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired.2"];
            412: components["responses"]["Problem412.version.conflict"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.settings.provider_unknown"];
            428: components["responses"]["Problem428.version.required"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /**
                 * @description Only tasks of this repository.
                 * @example 1296269
                 */
                repositoryId?: string;
                /**
                 * @description Archived ones, all, or by default neither.
                 * @example active
                 */
                state?: "active" | "archived" | "all";
                /**
                 * @description Only those that nobody used yet, or only the others.
                 * @example true
                 */
                virtual?: "true" | "false";
                /**
                 * @description Only those with this status.
                 * @example needs_input
                 */
                status?: "virtual" | "queued" | "starting" | "running" | "needs_input" | "idle" | "error" | "archiving" | "archived" | "killing" | "killed";
                /**
                 * @description Only those that work for this login.
                 * @example octocat
                 */
                owner?: string;
                /**
                 * @description Only those on this branch, exactly.
                 * @example main
                 */
                branch?: string;
                /**
                 * @description Part of title, branch or repository, or `#7`.
                 * @example greet
                 */
                q?: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null,
                     *       "topicVersion": 12
                     *     }
                     */
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        /** @description A task to begin. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "repositoryId": "1296269",
                 *       "branch": {
                 *         "new": null
                 *       },
                 *       "firstMessage": {
                 *         "messageId": "0190c6a0-0000-7000-8000-000000000001",
                 *         "sessionId": "0190c6a0-0000-7000-8000-000000000001",
                 *         "text": "Greet people by name"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewTaskBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0190c6a0-0000-7000-8000-000000000001",
                     *       "branch": "greetings",
                     *       "title": "Greet people by name",
                     *       "adopted": false,
                     *       "task": {
                     *         "id": "0190c6a0-0000-7000-8000-000000000001",
                     *         "organizationId": "9919",
                     *         "repositoryId": "1296269",
                     *         "repositoryName": "acme/web",
                     *         "repositoryAvailable": true,
                     *         "branch": "greetings",
                     *         "branchGone": false,
                     *         "fork": false,
                     *         "virtual": true,
                     *         "status": "virtual",
                     *         "title": "Greet people by name",
                     *         "titleSource": "pull_request",
                     *         "statusReason": null,
                     *         "archivedAt": null,
                     *         "archiveReason": null,
                     *         "owner": null,
                     *         "sessions": [],
                     *         "filesChanged": null,
                     *         "linesAdded": null,
                     *         "linesRemoved": null,
                     *         "unpushed": null,
                     *         "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *         "pullRequest": null,
                     *         "pullRequestCount": 1,
                     *         "createdAt": "2030-01-01T12:00:00.000Z",
                     *         "version": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedTask"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.repository.unknown"];
            409: components["responses"]["Problem409.repository.archived"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.branch.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getListedTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "repositoryId": "1296269",
                     *       "repositoryName": "acme/web",
                     *       "repositoryAvailable": true,
                     *       "branch": "greetings",
                     *       "branchGone": false,
                     *       "fork": false,
                     *       "virtual": true,
                     *       "status": "virtual",
                     *       "title": "Greet people by name",
                     *       "titleSource": "pull_request",
                     *       "statusReason": null,
                     *       "archivedAt": null,
                     *       "archiveReason": null,
                     *       "owner": null,
                     *       "sessions": [],
                     *       "filesChanged": null,
                     *       "linesAdded": null,
                     *       "linesRemoved": null,
                     *       "unpushed": null,
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "pullRequest": null,
                     *       "pullRequestCount": 1,
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskSummary"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    archiveTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "repositoryId": "1296269",
                     *       "repositoryName": "acme/web",
                     *       "repositoryAvailable": true,
                     *       "branch": "greetings",
                     *       "branchGone": false,
                     *       "fork": false,
                     *       "virtual": true,
                     *       "status": "virtual",
                     *       "title": "Greet people by name",
                     *       "titleSource": "pull_request",
                     *       "statusReason": null,
                     *       "archivedAt": null,
                     *       "archiveReason": null,
                     *       "owner": null,
                     *       "sessions": [],
                     *       "filesChanged": null,
                     *       "linesAdded": null,
                     *       "linesRemoved": null,
                     *       "unpushed": null,
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "pullRequest": null,
                     *       "pullRequestCount": 1,
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskSummary"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0190c6a0-0000-7000-8000-000000000001",
                     *       "organizationId": "9919",
                     *       "repositoryId": "1296269",
                     *       "repositoryName": "acme/web",
                     *       "repositoryAvailable": true,
                     *       "branch": "greetings",
                     *       "branchGone": false,
                     *       "fork": false,
                     *       "virtual": true,
                     *       "status": "virtual",
                     *       "title": "Greet people by name",
                     *       "titleSource": "pull_request",
                     *       "statusReason": null,
                     *       "archivedAt": null,
                     *       "archiveReason": null,
                     *       "owner": null,
                     *       "sessions": [],
                     *       "filesChanged": null,
                     *       "linesAdded": null,
                     *       "linesRemoved": null,
                     *       "unpushed": null,
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "pullRequest": null,
                     *       "pullRequestCount": 1,
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskSummary"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    countTasks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "repositories": [],
                     *       "topicVersion": 12
                     *     }
                     */
                    "application/json": components["schemas"]["TaskCounts"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listVariables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "variables": []
                     *     }
                     */
                    "application/json": components["schemas"]["VariableList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    setVariable: {
        parameters: {
            query?: {
                /**
                 * @description Only for this repository; absent: for every one.
                 * @example 1296269
                 */
                repositoryId?: string;
            };
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Name of the variable.
                 * @example ANTHROPIC_API_KEY
                 */
                name: string;
            };
            cookie?: never;
        };
        /** @description A value for machines. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "value": "sk-ant-…"
                 *     }
                 */
                "application/json": components["schemas"]["VariableBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ANTHROPIC_API_KEY",
                     *       "repositoryId": null,
                     *       "secret": true,
                     *       "last4": "f00d",
                     *       "testedAt": "2030-01-01T12:00:00.000Z",
                     *       "testCode": "ok",
                     *       "updatedBy": "42",
                     *       "updatedAt": "2030-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Variable"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.variable.limit"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.variable.name_reserved"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    removeVariable: {
        parameters: {
            query?: {
                /**
                 * @description Only for this repository; absent: for every one.
                 * @example 1296269
                 */
                repositoryId?: string;
            };
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Name of the variable.
                 * @example ANTHROPIC_API_KEY
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.variable.unknown"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    testVariable: {
        parameters: {
            query?: {
                /**
                 * @description Only for this repository; absent: for every one.
                 * @example 1296269
                 */
                repositoryId?: string;
            };
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description GitHub id of the organization.
                 * @example 9919
                 */
                organizationId: string;
                /**
                 * @description Name of the variable.
                 * @example ANTHROPIC_API_KEY
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "ANTHROPIC_API_KEY",
                     *       "repositoryId": null,
                     *       "secret": true,
                     *       "last4": "f00d",
                     *       "testedAt": "2030-01-01T12:00:00.000Z",
                     *       "testCode": "ok",
                     *       "updatedBy": "42",
                     *       "updatedAt": "2030-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Variable"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.variable.unknown"];
            409: components["responses"]["Problem409.command.expired.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.variable.not_a_model_key"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    answerPermission: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the request.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                permissionId: string;
            };
            cookie?: never;
        };
        /** @description The answer to a request. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answer": "allow_once"
                 *     }
                 */
                "application/json": components["schemas"]["RequestAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "permissionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "permission",
                     *       "title": "text",
                     *       "tool": {},
                     *       "options": [
                     *         {
                     *           "kind": "allow_once",
                     *           "optionId": "text",
                     *           "name": "text"
                     *         }
                     *       ],
                     *       "state": "open",
                     *       "answer": "allow_once",
                     *       "answerText": "text",
                     *       "answeredBy": {
                     *         "userId": "583231",
                     *         "login": "octocat",
                     *         "avatarUrl": null
                     *       },
                     *       "byPolicy": true,
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "answeredAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentRequest"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.permission.unknown"];
            409: components["responses"]["Problem409.github.not_connected.85"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.permission.not_offered"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSandboxAgents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "agents": [],
                     *       "source": "catalogue",
                     *       "asOf": null
                     *     }
                     */
                    "application/json": components["schemas"]["AgentList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listCheckpoints: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["CheckpointPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    execInSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        /** @description What to run. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "argv": [
                 *         "ls",
                 *         "-la"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ExecBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exitCode": 0,
                     *       "timedOut": false,
                     *       "stdout": "README.md\n",
                     *       "stderr": "",
                     *       "truncated": false,
                     *       "ms": 12
                     *     }
                     */
                    "application/json": components["schemas"]["ExecAnswer"];
                };
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.not_running.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.exec.not_started"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    extendSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        /** @description How long to keep the machine. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minutes": 60
                 *     }
                 */
                "application/json": components["schemas"]["SandboxExtension"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.not_ready"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    pauseSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.busy"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listSandboxProcesses: {
        parameters: {
            query?: {
                /**
                 * @description Ended ones too.
                 * @example true
                 */
                all?: "true" | "false";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "expired",
                     *       "processes": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SandboxProcessList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    createProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        /** @description What to start. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                 *       "argv": [
                 *         "npm",
                 *         "test"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProcessBody"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "generation": 1,
                     *       "title": "Tests",
                     *       "argv": [
                     *         "npm",
                     *         "test"
                     *       ],
                     *       "cwd": ".",
                     *       "tty": true,
                     *       "status": "running",
                     *       "exitCode": null,
                     *       "signal": null,
                     *       "pid": 311,
                     *       "origin": "user",
                     *       "createdBy": "42",
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "exitedAt": null,
                     *       "error": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.not_ready.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.process.cwd_invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
                /**
                 * @description Id of the process.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "generation": 1,
                     *       "title": "Tests",
                     *       "argv": [
                     *         "npm",
                     *         "test"
                     *       ],
                     *       "cwd": ".",
                     *       "tty": true,
                     *       "status": "running",
                     *       "exitCode": null,
                     *       "signal": null,
                     *       "pid": 311,
                     *       "origin": "user",
                     *       "createdBy": "42",
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "exitedAt": null,
                     *       "error": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.process.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    deleteProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
                /**
                 * @description Id of the process.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.process.unknown"];
            409: components["responses"]["Problem409.process.running"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    killProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
                /**
                 * @description Id of the process.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                processId: string;
            };
            cookie?: never;
        };
        /** @description How to end it. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "waitSeconds": 2
                 *     }
                 */
                "application/json": components["schemas"]["ProcessEnd"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "generation": 1,
                     *       "title": "Tests",
                     *       "argv": [
                     *         "npm",
                     *         "test"
                     *       ],
                     *       "cwd": ".",
                     *       "tty": true,
                     *       "status": "running",
                     *       "exitCode": null,
                     *       "signal": null,
                     *       "pid": 311,
                     *       "origin": "user",
                     *       "createdBy": "42",
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "exitedAt": null,
                     *       "error": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.process.unknown"];
            409: components["responses"]["Problem409.process.ended"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readProcessLogs: {
        parameters: {
            query?: {
                /**
                 * @description Absent: what it has, a terminal or both streams.
                 * @example stderr
                 */
                stream?: "stdout" | "stderr" | "combined" | "pty";
                /**
                 * @description Only later entries.
                 * @example 120
                 */
                after?: number;
                /**
                 * @description At most.
                 * @example 200
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
                /**
                 * @description Id of the process.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ready",
                     *       "entries": [],
                     *       "next": null,
                     *       "truncated": false
                     *     }
                     */
                    "application/json": components["schemas"]["ProcessLog"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.process.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    stopProcess: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
                /**
                 * @description Id of the process.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                processId: string;
            };
            cookie?: never;
        };
        /** @description How to end it. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "waitSeconds": 2
                 *     }
                 */
                "application/json": components["schemas"]["ProcessEnd"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "processId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "generation": 1,
                     *       "title": "Tests",
                     *       "argv": [
                     *         "npm",
                     *         "test"
                     *       ],
                     *       "cwd": ".",
                     *       "tty": true,
                     *       "status": "running",
                     *       "exitCode": null,
                     *       "signal": null,
                     *       "pid": 311,
                     *       "origin": "user",
                     *       "createdBy": "42",
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "exitedAt": null,
                     *       "error": null,
                     *       "version": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.process.unknown"];
            409: components["responses"]["Problem409.process.ended"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    recreateSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        /** @description What the next machine is made of. */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["SandboxRecreation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.checkpoint.unknown"];
            409: components["responses"]["Problem409.sandbox.busy.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.sandbox.provider_unavailable"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    resumeSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.destroyed"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retrySandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the sandbox.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                sandboxId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.not_failed"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    renameSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description The name of a session. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Tests"
                 *     }
                 */
                "application/json": components["schemas"]["SessionName"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.71"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.71"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    configureSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description How the agent of a session works. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": null
                 *     }
                 */
                "application/json": components["schemas"]["SessionSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.73"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.session.model_unsupported"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Only those.
                 * @example queued
                 */
                state?: "queued" | "delivering" | "delivered" | "failed" | "cancelled";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.session.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description A message to a session. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "text": "Greet people by name",
                 *       "attachments": []
                 *     }
                 */
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "position": 1,
                     *       "state": "queued",
                     *       "waitingFor": "turn"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.77"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.message.empty"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    releaseQueue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.71"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    retrySession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.74"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    stopTurn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description Which turn to stop; whichever runs when absent. */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["TurnStop"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.session.unknown"];
            409: components["responses"]["Problem409.github.not_connected.75"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readTranscript: {
        parameters: {
            query?: {
                /**
                 * @description Entries before this one.
                 * @example 120
                 */
                before?: number;
                /**
                 * @description Entries after this one; wins over `before`.
                 * @example 120
                 */
                after?: number;
                /**
                 * @description How many entries at most.
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "rev": 1,
                     *           "kind": "user_message",
                     *           "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "authorId": "583231",
                     *           "text": "text",
                     *           "data": {},
                     *           "open": true,
                     *           "createdAt": "2026-01-05T09:00:00.000Z",
                     *           "updatedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "firstSeq": 1,
                     *       "headSeq": 1,
                     *       "hasMoreBefore": true
                     *     }
                     */
                    "application/json": components["schemas"]["TranscriptPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.session.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readOutline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": []
                     *     }
                     */
                    "application/json": components["schemas"]["TranscriptOutline"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.session.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    searchTranscript: {
        parameters: {
            query: {
                /**
                 * @description Words as they stand there; upper and lower case are alike.
                 * @example greet
                 */
                q: string;
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the session.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["FoundItemPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.session.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    showSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
    finishSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "virtual": false,
                     *       "task": {
                     *         "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "organizationId": "583231",
                     *         "repositoryId": "583231",
                     *         "repositoryName": "text",
                     *         "branch": "text",
                     *         "branchMade": true,
                     *         "baseBranch": "text",
                     *         "fork": true,
                     *         "trustedBy": "583231",
                     *         "title": "text",
                     *         "lifecycle": "open",
                     *         "archiveProposed": "text",
                     *         "status": "queued",
                     *         "statusReason": "text",
                     *         "failure": {
                     *           "code": "text",
                     *           "text": "text",
                     *           "at": "2026-01-05T09:00:00.000Z"
                     *         },
                     *         "owner": {
                     *           "person": {
                     *             "userId": "583231",
                     *             "login": "octocat",
                     *             "avatarUrl": null
                     *           },
                     *           "since": "2026-01-05T09:00:00.000Z",
                     *           "reason": "message",
                     *           "pending": {
                     *             "userId": "583231",
                     *             "login": "octocat",
                     *             "avatarUrl": null
                     *           },
                     *           "credential": "none",
                     *           "code": "text"
                     *         },
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "policy": "ask",
                     *         "pullRequest": {
                     *           "number": 1,
                     *           "title": "text",
                     *           "url": "text",
                     *           "state": "open",
                     *           "draft": true,
                     *           "headSha": "text",
                     *           "baseBranch": "text",
                     *           "version": 1
                     *         },
                     *         "unpushed": 1,
                     *         "dirty": true,
                     *         "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *         "createdAt": "2026-01-05T09:00:00.000Z",
                     *         "archivedAt": "2026-01-05T09:00:00.000Z",
                     *         "version": 1
                     *       },
                     *       "sandbox": {
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "organizationId": "9919",
                     *         "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "repositoryId": "1296269",
                     *         "branch": "foundry/fix-it",
                     *         "baseBranch": "main",
                     *         "provider": "docker",
                     *         "isolation": "container",
                     *         "generation": 1,
                     *         "state": "ready",
                     *         "stateSince": "2030-01-01T12:00:00.000Z",
                     *         "step": null,
                     *         "deadlineAt": null,
                     *         "error": null,
                     *         "notice": null,
                     *         "expiresAt": null,
                     *         "idleAt": "2030-01-01T12:00:00.000Z",
                     *         "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *         "onExpired": "recreate",
                     *         "trusted": true,
                     *         "holds": [
                     *           {
                     *             "kind": "turn",
                     *             "until": "2030-01-01T12:00:00.000Z"
                     *           }
                     *         ],
                     *         "repository": {
                     *           "state": "ready",
                     *           "code": null
                     *         },
                     *         "credential": {
                     *           "state": "none",
                     *           "userId": null,
                     *           "login": null,
                     *           "mode": null,
                     *           "expiresAt": null,
                     *           "code": null
                     *         },
                     *         "lastCheckpoint": {
                     *           "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "generation": 1,
                     *           "number": 3,
                     *           "reason": "turn",
                     *           "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *           "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *           "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *           "unpushedCommits": 2,
                     *           "dirty": true,
                     *           "stored": "bundle",
                     *           "bytes": 20480,
                     *           "leftOut": [],
                     *           "createdAt": "2030-01-01T12:00:00.000Z"
                     *         },
                     *         "resources": {
                     *           "diskUsedMb": 210
                     *         },
                     *         "createdAt": "2030-01-01T12:00:00.000Z",
                     *         "destroyedAt": null,
                     *         "version": 9
                     *       },
                     *       "sessions": [
                     *         {
                     *           "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "number": 1,
                     *           "name": "text",
                     *           "agent": "text",
                     *           "model": "text",
                     *           "mode": "text",
                     *           "reasoning": "text",
                     *           "commands": [
                     *             {
                     *               "name": "text",
                     *               "description": "text",
                     *               "hint": "text"
                     *             }
                     *           ],
                     *           "state": "pending",
                     *           "code": "text",
                     *           "reason": "text",
                     *           "queueHeld": true,
                     *           "queued": 1,
                     *           "turn": {
                     *             "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *             "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *             "state": "starting",
                     *             "startedAt": "2026-01-05T09:00:00.000Z",
                     *             "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *             "stalledSince": "2026-01-05T09:00:00.000Z"
                     *           },
                     *           "headSeq": 1,
                     *           "createdBy": "583231",
                     *           "createdAt": "2026-01-05T09:00:00.000Z",
                     *           "closedAt": "2026-01-05T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "permissions": [
                     *         {
                     *           "permissionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "kind": "permission",
                     *           "title": "text",
                     *           "tool": {},
                     *           "options": [
                     *             {
                     *               "kind": "allow_once",
                     *               "optionId": "text",
                     *               "name": "text"
                     *             }
                     *           ],
                     *           "state": "open",
                     *           "answer": "allow_once",
                     *           "answerText": "text",
                     *           "answeredBy": {
                     *             "userId": "583231",
                     *             "login": "octocat",
                     *             "avatarUrl": null
                     *           },
                     *           "byPolicy": true,
                     *           "createdAt": "2026-01-05T09:00:00.000Z",
                     *           "answeredAt": "2026-01-05T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "operations": [
                     *         {
                     *           "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *           "kind": "push",
                     *           "state": "waiting",
                     *           "waitingFor": "owner_busy",
                     *           "step": "sandbox",
                     *           "steps": [
                     *             {
                     *               "step": "sandbox",
                     *               "state": "waiting",
                     *               "startedAt": "2026-01-05T09:00:00.000Z",
                     *               "endedAt": "2026-01-05T09:00:00.000Z"
                     *             }
                     *           ],
                     *           "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *           "result": {
                     *             "outcome": "text",
                     *             "headSha": "text",
                     *             "committed": "text",
                     *             "number": 1,
                     *             "url": "text",
                     *             "existing": true,
                     *             "branchDeleted": true
                     *           },
                     *           "code": "text",
                     *           "reason": "text",
                     *           "retryable": true,
                     *           "paths": [
                     *             "text"
                     *           ],
                     *           "requestedBy": "583231",
                     *           "createdAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "changes": {
                     *         "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "current",
                     *         "code": null,
                     *         "reason": null,
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "mergeBaseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "ahead": 2,
                     *         "behind": 0,
                     *         "unpushed": 1,
                     *         "dirty": true,
                     *         "files": 3,
                     *         "added": 20,
                     *         "removed": 4,
                     *         "truncated": false,
                     *         "readAt": "2030-01-01T12:00:00.000Z",
                     *         "version": 4
                     *       },
                     *       "topicVersion": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReadTask"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    archiveUsedTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description How to put a task away. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "force": false
                 *     }
                 */
                "application/json": components["schemas"]["TaskArchiving"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.6"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /**
                 * @description Everything since the base branch, or what has no commit.
                 * @example all
                 */
                scope?: "all" | "uncommitted";
            };
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": {
                     *         "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "current",
                     *         "code": null,
                     *         "reason": null,
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "mergeBaseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "ahead": 2,
                     *         "behind": 0,
                     *         "unpushed": 1,
                     *         "dirty": true,
                     *         "files": 3,
                     *         "added": 20,
                     *         "removed": 4,
                     *         "truncated": false,
                     *         "readAt": "2030-01-01T12:00:00.000Z",
                     *         "version": 4
                     *       },
                     *       "files": [
                     *         {
                     *           "path": "src/index.ts",
                     *           "oldPath": null,
                     *           "status": "M",
                     *           "uncommitted": true,
                     *           "added": 3,
                     *           "removed": 1,
                     *           "binary": false,
                     *           "oldMode": "100644",
                     *           "newMode": "100644",
                     *           "patch": "text"
                     *         }
                     *       ],
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReadChangeList"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readPatch: {
        parameters: {
            query: {
                /**
                 * @description Path as the list has it.
                 * @example src/index.ts
                 */
                path: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "path": "README.md",
                     *       "state": "text",
                     *       "patch": "@@ -1 +1 @@\n-Hello\n+Good day\n"
                     *     }
                     */
                    "application/json": components["schemas"]["FilePatch"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.file.unknown"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    closePullRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description What to close. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "number": 7
                 *     }
                 */
                "application/json": components["schemas"]["ClosePullRequestBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.64"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    dismissTaskError: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.58"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listFiles: {
        parameters: {
            query?: {
                /**
                 * @description A folder, relative to the repository; the repository when absent.
                 * @example src
                 */
                dir?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "files": []
                     *     }
                     */
                    "application/json": components["schemas"]["FileList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.file.unknown"];
            409: components["responses"]["Problem409.sandbox.not_running"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.file.path_invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readFile: {
        parameters: {
            query: {
                /**
                 * @description The file, relative to the repository.
                 * @example src/index.ts
                 */
                path: string;
                /**
                 * @description Where the branch began, its last commit, or as it was last saved with all changes.
                 * @example checkpoint
                 */
                at?: "base" | "head" | "checkpoint";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "path": "README.md",
                     *       "size": 8,
                     *       "binary": false,
                     *       "tooLarge": false,
                     *       "text": "# Hello\n"
                     *     }
                     */
                    "application/json": components["schemas"]["FileContent"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.file.unknown"];
            409: components["responses"]["Problem409.sandbox.not_running"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.file.path_invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    searchFiles: {
        parameters: {
            query: {
                /**
                 * @description Words that the path has, in any order.
                 * @example index ts
                 */
                q: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paths": [
                     *         "src/index.ts"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FoundFiles"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.sandbox.not_running"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    killTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description How to end a task. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "discardWork": true,
                 *       "deleteBranch": false
                 *     }
                 */
                "application/json": components["schemas"]["TaskKilling"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.8"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    mergePullRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description What to merge, and how. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "number": 7,
                 *       "method": "squash",
                 *       "expectedHeadSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3"
                 *     }
                 */
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.64"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    sendFirstMessage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description A message that opens a session. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "messageId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "text": "Greet people by name",
                 *       "attachments": [],
                 *       "sessionId": "0190c6a0-0000-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["FirstOfSession"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "position": 1,
                     *       "state": "queued",
                     *       "waitingFor": "turn"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePlace"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.78"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.message.empty"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperationPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    changeTaskOwner: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description Whose identity to use. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "583231"
                 *     }
                 */
                "application/json": components["schemas"]["NextOwner"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.3"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listPermissions: {
        parameters: {
            query?: {
                /**
                 * @description Only those.
                 * @example open
                 */
                state?: "open" | "answered" | "withdrawn";
                /**
                 * @description How many items at most: 1 to 100, 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `nextCursor` of the page before, as it was given.
                 * @example eyJhZnRlciI6NDJ9.c2lnbmVk
                 */
                cursor?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["AgentRequestPage"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.cursor.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    setTaskPolicy: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description What needs a person. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "policy": "edits"
                 *     }
                 */
                "application/json": components["schemas"]["ApprovalPolicy"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    prepareTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.5"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    publishPullRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description The pull request to open. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                 *       "commitMessage": null,
                 *       "title": "text",
                 *       "body": "text",
                 *       "base": null,
                 *       "draft": false
                 *     }
                 */
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.9"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    pushTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description How to push. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "commitMessage": "Greet by name"
                 *     }
                 */
                "application/json": components["schemas"]["PushBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.9"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    markPullRequestReady: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description What is ready. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "number": 7
                 *     }
                 */
                "application/json": components["schemas"]["ReadyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.64"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    revertFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description Which file, and to what. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "path": "src/index.ts",
                 *       "to": "base"
                 *     }
                 */
                "application/json": components["schemas"]["RevertBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.11"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.file.path_invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getTaskSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` that you have; 304 when it still holds.
                 * @example "7"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "9919",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "repositoryId": "1296269",
                     *       "branch": "foundry/fix-it",
                     *       "baseBranch": "main",
                     *       "provider": "docker",
                     *       "isolation": "container",
                     *       "generation": 1,
                     *       "state": "ready",
                     *       "stateSince": "2030-01-01T12:00:00.000Z",
                     *       "step": null,
                     *       "deadlineAt": null,
                     *       "error": null,
                     *       "notice": null,
                     *       "expiresAt": null,
                     *       "idleAt": "2030-01-01T12:00:00.000Z",
                     *       "lastActivityAt": "2030-01-01T12:00:00.000Z",
                     *       "onExpired": "recreate",
                     *       "trusted": true,
                     *       "holds": [
                     *         {
                     *           "kind": "turn",
                     *           "until": "2030-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "repository": {
                     *         "state": "ready",
                     *         "code": null
                     *       },
                     *       "credential": {
                     *         "state": "none",
                     *         "userId": null,
                     *         "login": null,
                     *         "mode": null,
                     *         "expiresAt": null,
                     *         "code": null
                     *       },
                     *       "lastCheckpoint": {
                     *         "checkpointId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "generation": 1,
                     *         "number": 3,
                     *         "reason": "turn",
                     *         "headSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "treeSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "baseSha": "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                     *         "unpushedCommits": 2,
                     *         "dirty": true,
                     *         "stored": "bundle",
                     *         "bytes": 20480,
                     *         "leftOut": [],
                     *         "createdAt": "2030-01-01T12:00:00.000Z"
                     *       },
                     *       "resources": {
                     *         "diskUsedMb": 210
                     *       },
                     *       "createdAt": "2030-01-01T12:00:00.000Z",
                     *       "destroyedAt": null,
                     *       "version": 9
                     *     }
                     */
                    "application/json": components["schemas"]["Sandbox"];
                };
            };
            /** @description It is still the version that you have. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    listTaskSessions: {
        parameters: {
            query?: {
                /**
                 * @description With closed ones.
                 * @example false
                 */
                closed?: "true" | "false";
            };
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": []
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSessionList"];
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description A session to open. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sessionId": "0190c6a0-0000-7000-8000-000000000001",
                 *       "agent": "claude"
                 *     }
                 */
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessionId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "number": 1,
                     *       "name": "text",
                     *       "agent": "text",
                     *       "model": "text",
                     *       "mode": "text",
                     *       "reasoning": "text",
                     *       "commands": [
                     *         {
                     *           "name": "text",
                     *           "description": "text",
                     *           "hint": "text"
                     *         }
                     *       ],
                     *       "state": "pending",
                     *       "code": "text",
                     *       "reason": "text",
                     *       "queueHeld": true,
                     *       "queued": 1,
                     *       "turn": {
                     *         "turnId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "messageId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *         "state": "starting",
                     *         "startedAt": "2026-01-05T09:00:00.000Z",
                     *         "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *         "stalledSince": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "headSeq": 1,
                     *       "createdBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "closedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["AgentSession"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.70"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    syncTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description How to bring in what is new. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "operationId": "0190c6a0-0000-7000-8000-000000000003",
                 *       "method": "merge"
                 *     }
                 */
                "application/json": components["schemas"]["BranchSyncBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "kind": "push",
                     *       "state": "waiting",
                     *       "waitingFor": "owner_busy",
                     *       "step": "sandbox",
                     *       "steps": [
                     *         {
                     *           "step": "sandbox",
                     *           "state": "waiting",
                     *           "startedAt": "2026-01-05T09:00:00.000Z",
                     *           "endedAt": "2026-01-05T09:00:00.000Z"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-01-05T09:00:00.000Z",
                     *       "result": {
                     *         "outcome": "text",
                     *         "headSha": "text",
                     *         "committed": "text",
                     *         "number": 1,
                     *         "url": "text",
                     *         "existing": true,
                     *         "branchDeleted": true
                     *       },
                     *       "code": "text",
                     *       "reason": "text",
                     *       "retryable": true,
                     *       "paths": [
                     *         "text"
                     *       ],
                     *       "requestedBy": "583231",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "endedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TaskOperation"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.10"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    renameTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description The title of a task. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Greet people by name"
                 *     }
                 */
                "application/json": components["schemas"]["TaskTitle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.2"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    trustTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.4"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    unarchiveTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.
                 * @example 8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description `wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.
                 * @example wait=3
                 */
                Prefer?: components["parameters"]["Prefer"];
            };
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taskId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "organizationId": "583231",
                     *       "repositoryId": "583231",
                     *       "repositoryName": "text",
                     *       "branch": "text",
                     *       "branchMade": true,
                     *       "baseBranch": "text",
                     *       "fork": true,
                     *       "trustedBy": "583231",
                     *       "title": "text",
                     *       "lifecycle": "open",
                     *       "archiveProposed": "text",
                     *       "status": "queued",
                     *       "statusReason": "text",
                     *       "failure": {
                     *         "code": "text",
                     *         "text": "text",
                     *         "at": "2026-01-05T09:00:00.000Z"
                     *       },
                     *       "owner": {
                     *         "person": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "since": "2026-01-05T09:00:00.000Z",
                     *         "reason": "message",
                     *         "pending": {
                     *           "userId": "583231",
                     *           "login": "octocat",
                     *           "avatarUrl": null
                     *         },
                     *         "credential": "none",
                     *         "code": "text"
                     *       },
                     *       "sandboxId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "policy": "ask",
                     *       "pullRequest": {
                     *         "number": 1,
                     *         "title": "text",
                     *         "url": "text",
                     *         "state": "open",
                     *         "draft": true,
                     *         "headSha": "text",
                     *         "baseBranch": "text",
                     *         "version": 1
                     *       },
                     *       "unpushed": 1,
                     *       "dirty": true,
                     *       "lastActivityAt": "2026-01-05T09:00:00.000Z",
                     *       "createdAt": "2026-01-05T09:00:00.000Z",
                     *       "archivedAt": "2026-01-05T09:00:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "commandId": "0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11",
                     *       "code": "command.pending",
                     *       "statusUrl": "/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11"
                     *     }
                     */
                    "application/json": components["schemas"]["PendingCommand"];
                };
            };
            400: components["responses"]["Problem400.request.malformed"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.7"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.request.invalid.2"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    uploadImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the task.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                taskId: string;
            };
            cookie?: never;
        };
        /** @description An image: PNG, JPEG, GIF or WebP. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
                 *     }
                 */
                "application/json": components["schemas"]["NewImage"];
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadId": "0190c6a0-0000-7000-8000-000000000001",
                     *       "mediaType": "image/png",
                     *       "size": 68,
                     *       "createdAt": "2030-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Upload"];
                };
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.csrf.refused.4"];
            404: components["responses"]["Problem404.resource.not_found"];
            409: components["responses"]["Problem409.github.not_connected.90"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            422: components["responses"]["Problem422.upload.not_image"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    readImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the upload.
                 * @example 0190c6a0-0000-7000-8000-000000000001
                 */
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    /** @description Always an attachment. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "image/*": string;
                };
            };
            401: components["responses"]["Problem401.auth.signed_out"];
            403: components["responses"]["Problem403.token.scope_missing.2"];
            404: components["responses"]["Problem404.resource.not_found"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            422: components["responses"]["Problem422.request.invalid"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted and durable, not settled yet. No failure, and no need to repeat. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400.request.malformed.2"];
            401: components["responses"]["Problem401.webhook.signature_invalid"];
            413: components["responses"]["Problem413.request.too_large"];
            414: components["responses"]["Problem414.request.uri_too_long"];
            415: components["responses"]["Problem415.request.media_type"];
            429: components["responses"]["Problem429.rate.limited"];
            500: components["responses"]["Problem500.service.failed"];
            503: components["responses"]["Problem503.service.unavailable"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "commit": null,
                     *       "builtAt": null,
                     *       "api": "v1"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            414: components["responses"]["Problem414.request.uri_too_long"];
            500: components["responses"]["Problem500.service.failed"];
        };
    };
}
