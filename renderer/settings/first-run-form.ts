import { z } from 'zod';

const form = z.object({ agency: z.string(), partners: z.array(z.string()), typed: z.string() });

export type FirstRunFields = Readonly<z.infer<typeof form>>;

const empty: FirstRunFields = { agency: '', partners: [], typed: '' };
const place = 'first-run';

/** Choosing another folder loads the page anew; what was typed before that comes back. */
export function rememberedForm(): FirstRunFields {
  try {
    return form.parse(JSON.parse(sessionStorage.getItem(place) ?? 'null'));
  } catch {
    return empty;
  }
}

export function rememberForm(fields: FirstRunFields): void {
  sessionStorage.setItem(place, JSON.stringify(fields));
}

export function forgetForm(): void {
  sessionStorage.removeItem(place);
}
