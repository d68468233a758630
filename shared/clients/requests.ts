/** “No” is said only after at least one other way was looked at. */
export function mayBeRefused(request: { readonly options: readonly unknown[] }): boolean {
  return request.options.length > 0;
}

/** With less effort than was asked for is a success too. */
export function isSuccess(result: string): boolean {
  return result === 'met' || result === 'partly';
}
