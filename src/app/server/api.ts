import { error, json, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { findDevice } from '#features/sync/server/devices.ts';
import type { DeviceRow } from '#features/sync/server/tables.ts';

/**
 * The body of a JSON request in the shape it must have. Unknown keys, wrong types and broken JSON are
 * 400, a body over `largest` bytes is 413; the answer names the first wrong place and no value.
 */
export async function readJson<Schema extends v.GenericSchema>(
  { request }: RequestEvent,
  schema: Schema,
  largest = 64 * 1024
): Promise<v.InferOutput<Schema>> {
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    error(415, 'send JSON');
  const text = await request.text();
  if (Buffer.byteLength(text) > largest) error(413, 'too large: send less at a time');

  const parsed = v.safeParse(schema, parse(text));
  if (!parsed.success)
    error(400, `not as expected at ${v.getDotPath(parsed.issues[0]) ?? 'the top'}`);
  return parsed.output;
}

/** The query of a request in the shape it must have; 400 otherwise. */
export function readQuery<Schema extends v.GenericSchema>(
  { url }: RequestEvent,
  schema: Schema
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, Object.fromEntries(url.searchParams));
  if (!parsed.success)
    error(400, `not as expected at ${v.getDotPath(parsed.issues[0]) ?? 'the top'}`);
  return parsed.output;
}

/** The device that asks, by its own credential; 401 when it is unknown. */
export async function requireDevice({ locals, request }: RequestEvent): Promise<DeviceRow> {
  return (
    (await findDevice(locals.app.db, request.headers.get('authorization'))) ??
    error(401, 'unknown device')
  );
}

/** A JSON answer that no cache keeps. */
export function freshJson(body: unknown, status = 200): Response {
  return json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
