/** A question that may be asked again before it was answered: an answer that was overtaken knows less and is passed over. */
export function latestAnswer<Answer>(
  ask: () => Promise<Answer>,
  take: (answer: Answer) => void,
  refuse: (problem: unknown) => void,
): () => Promise<void> {
  let lastAsked = 0;
  return async () => {
    lastAsked += 1;
    const asked = lastAsked;
    try {
      const answer = await ask();
      if (asked === lastAsked) take(answer);
    } catch (problem) {
      if (asked === lastAsked) refuse(problem);
    }
  };
}
