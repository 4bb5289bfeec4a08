import { applyTextSize } from '#shared/client/page-tools.ts';
import { isTextSize, TEXT_SIZE_KEY } from '#shared/client/preferences.ts';
import type { DeviceMemory } from '../domain/device-memory.ts';
import { readKept } from './device.ts';
import { faceOnDevice, keepFace } from './face-choice.ts';
import {
  keepPractised,
  keepProgress,
  practisedOnDevice,
  progressOnDevice
} from './progress-view.ts';

export function memoryOnDevice(): DeviceMemory {
  return {
    progress: progressOnDevice(),
    practised: practisedOnDevice(),
    face: faceOnDevice(),
    textSize: readKept(TEXT_SIZE_KEY) ?? undefined
  };
}

/** Keeps it, and shows this page as it says. */
export function keepMemory({ progress, practised, face, textSize }: DeviceMemory): void {
  keepProgress(progress);
  keepPractised(practised);
  if (face) keepFace(face);
  if (isTextSize(textSize)) applyTextSize(textSize);
}
