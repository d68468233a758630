/** «Веретено» of «Текстиль «Веретено»»: the name in guillemets or quotes, else the whole name. */
export function shortName(name: string): string {
  return /[«“"]([^«»“”"]+)[»”"]/.exec(name)?.[1]?.trim() || name;
}
