/** Runs the work at most once at a time; a call during a run makes one more run after it. */
export function coalesce(work: () => Promise<unknown>, failed: (error: Error) => void) {
  let again = false;
  let running: Promise<void> | null = null;
  const loop = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return {
    run: (): void => {
      again = true;
      running ??= loop()
        .catch(failed)
        .finally(() => {
          running = null;
        });
    },
    idle: async (): Promise<void> => {
      await running;
    },
  };
}
