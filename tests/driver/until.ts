/** Waits for something that happens soon; says what did not. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, patience = 60_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patience / 1000} s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
