import { grow, middleOf, type Box } from './box.ts';
import { keysOf, lensesOf, screenOf, type PhoneKey, type PhoneScene } from './phone-parts.ts';

export type PhoneLayout = {
  /** Its back is seen: there is nothing on its screen, and the lens matters. */
  readonly turned: boolean;
  readonly sign: Box | undefined;
  readonly words: Box | undefined;
  readonly ring: Box | undefined;
  /** The finger's tip, and where the hand comes from: 0 is below, -90 the right, 90 the left. */
  readonly hand: { readonly x: number; readonly y: number; readonly turn: number };
};

/** The part of the screen above the keys at its foot. */
const FOOT = 34;
const LARGEST_SIGN = 92;
const SIGN_WITH_WORDS = 72;
/** Where a finger starts that draws a line across the empty screen. */
const STARTS: Readonly<
  Partial<Record<NonNullable<PhoneScene['hand']>, readonly [number, number]>>
> = { up: [0, 44], down: [14, -44], left: [28, 0], right: [-28, 0] };

export function layOutPhone(scene: PhoneScene): PhoneLayout {
  const shows = !scene.dark && (scene.sign !== undefined || scene.words !== undefined);
  const turned = scene.key === 'lens' && !shows && !scene.dark;
  const content = shows ? layOutContent(scene) : { sign: undefined, words: undefined };
  const place = placeOf(scene, turned, content.sign);
  return {
    turned,
    ...content,
    ring: ringOf(scene, place, shows),
    hand: handAt(scene, place)
  };
}

function layOutContent({ face, sign, words }: PhoneScene): Pick<PhoneLayout, 'sign' | 'words'> {
  const screen = grow(screenOf(face), -6);
  const room = { ...screen, height: screen.height - (face === 'kantan' ? 0 : FOOT) };
  if (!sign) return { sign: undefined, words: room };
  const size = words ? Math.min(SIGN_WITH_WORDS, room.height * 0.5) : LARGEST_SIGN;
  const top = words ? room.y + 2 : room.y + (room.height - size) / 2;
  const used = top - room.y + size + 4;
  return {
    sign: { x: room.x + (room.width - size) / 2, y: top, width: size, height: size },
    words: words ? { ...room, y: room.y + used, height: room.height - used } : undefined
  };
}

function placeOf({ face, key }: PhoneScene, turned: boolean, sign: Box | undefined): Box {
  if (turned) return lensesOf(face);
  if (key && key !== 'screen') return keysOf(face)[key];
  return sign ?? grow(screenOf(face), -6);
}

function ringOf({ key }: PhoneScene, place: Box, shows: boolean): Box | undefined {
  if (!key || (key === 'screen' && !shows)) return undefined;
  return isSide(key) ? grow(place, 7) : place;
}

function handAt(scene: PhoneScene, place: Box): PhoneLayout['hand'] {
  const { key = 'screen', hand } = scene;
  const middle = middleOf(place);
  if (key === 'screen' && !scene.sign) {
    const [right, down] = STARTS[hand ?? 'tap'] ?? [0, 0];
    return { x: middle.x + right, y: middle.y + down, turn: -24 };
  }
  const turn = turnTo(scene);
  const reach = isSide(key) ? place.width / 2 + 2 : Math.min(place.width, place.height) * 0.36;
  const radians = (turn * Math.PI) / 180;
  return { x: middle.x - Math.sin(radians) * reach, y: middle.y + Math.cos(radians) * reach, turn };
}

/** The hand comes from where it hides least. */
function turnTo({ face, key = 'screen' }: PhoneScene): number {
  if (key === 'volume' && face === 'iphone') return 84;
  if (isSide(key)) return -84;
  if (key === 'back') return 62;
  return key === 'home' ? -62 : -30;
}

function isSide(key: PhoneKey): boolean {
  return key === 'power' || key === 'volume';
}
