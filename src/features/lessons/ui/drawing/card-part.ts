import type { Picture } from '../../domain/picture.ts';

/** The part of a picture that a lesson's card shows, as a viewBox: what matters, large. */
export function cardPart(picture: Picture): string {
  if (typeof picture === 'string' || picture.scene === 'phone') return '86 0 200 240';
  if (picture.scene === 'things') {
    return picture.things.length === 1 ? '64 24 192 192' : '0 40 320 160';
  }
  if (picture.scene === 'paper') return '14 0 292 240';
  return '0 0 320 240';
}
