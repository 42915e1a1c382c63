/** Where `@CommandHandler` of @nestjs/cqrs keeps the command's class; the package does not export the name. */
export const COMMAND_HANDLER_METADATA = '__commandHandler__';
