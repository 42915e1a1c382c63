/** The two kinds of messages that the kernel's server hands to Nest. */
export const COMMAND_PATTERN = 'foundry.command';
export const EFFECT_PATTERN = 'foundry.effect';
