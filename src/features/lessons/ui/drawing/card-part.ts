import type { Picture } from '../../domain/picture.ts';

/** The part of a picture that a lesson's card shows, as a viewBox: what matters, large. */
export function cardPart(picture: Picture): string {
  if (typeof picture === 'string') return '86 0 200 240';
  switch (picture.scene) {
    case 'phone':
      return '50 0 220 240';
    case 'things':
      return '0 0 200 200';
    case 'people':
      return picture.people.length === 1 ? '60 20 200 220' : '0 94 200 146';
    case 'paper':
      return '16 2 288 236';
    case 'screen':
      return '0 0 320 240';
  }
}
