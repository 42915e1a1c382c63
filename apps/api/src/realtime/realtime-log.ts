/** Where the gateway writes its lines: one JSON object each. The fields never hold the contents of a frame. */
export abstract class RealtimeLog {
  abstract info(fields: Record<string, unknown>, message: string): void;
  abstract warn(fields: Record<string, unknown>, message: string): void;
  abstract error(fields: Record<string, unknown>, message: string): void;
}
