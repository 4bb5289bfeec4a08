/** The three kinds of phone that a lesson speaks of; かんたん are phones with a firm press and few keys. */
export const faces = ['android', 'iphone', 'kantan'] as const;
export type Face = (typeof faces)[number];
export const defaultFace: Face = 'android';

export function isFace(value: unknown): value is Face {
  return faces.includes(value as Face);
}
