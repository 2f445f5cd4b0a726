/** Script names of our own Workers: a tail Worker that watched them would feed itself. */
export const OWN_WORKERS: ReadonlySet<string> = new Set(["outerloop", "outerloop-tail"]);
