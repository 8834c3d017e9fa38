/** Why Kairos cannot start. The message alone is for the person who started it, and says what to do; a stack would hide it. */
export class StartError extends Error {
  override readonly name = "StartError";
}
