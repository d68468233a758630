import { z } from 'zod';
import { languages } from '../language.ts';

/** One call: what it takes and what it answers. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

export function call<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Call<Input, Output> {
  return { input, output };
}

export const id = z.uuid();
/** Made by the caller; repeating a command with the same id changes nothing. */
export const commandId = z.uuid();
/** Calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** UTC text with milliseconds, `2026-11-23T08:42:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 });

const noControlCharacters = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** Half of a pair of surrogates is no character: no database keeps it and no address takes it. */
export const string = () => z.string().overwrite((value) => value.toWellFormed());

/** What a thing of the content or of the agency goes by. */
export const code = string().min(1).max(40);
/** One line, trimmed, not empty. */
export const line = string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/);
/** One line or nothing. */
export const optionalLine = string()
  .trim()
  .max(400)
  .regex(/^[^\u0000-\u001f\u007f]*$/);
/** Characters of a text that is no note. */
export const longestText = 20_000;
/** Several lines of plain text. */
export const text = string().max(longestText).regex(noControlCharacters);
/** Characters of a note's Markdown: no limit that a person could reach by typing. */
export const longestNote = 6_000_000;
export const longText = string().max(longestNote).regex(noControlCharacters);
export const language = z.enum(languages);

export type Id = z.infer<typeof id>;
export type Day = z.infer<typeof day>;
export type Instant = z.infer<typeof instant>;
