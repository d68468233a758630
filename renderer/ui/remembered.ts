/** Small habits of this computer, kept by the browser engine; losing them costs a click, so failures are silent. */
export type Habit = string;

export function recall(habit: Habit): string | null {
  try {
    return localStorage.getItem(`habit:${habit}`);
  } catch {
    return null;
  }
}

export function remember(habit: Habit, value: string): void {
  try {
    localStorage.setItem(`habit:${habit}`, value);
  } catch {
    // Storage may be switched off; the habit then lasts until the window closes.
  }
}
