import * as v from 'valibot';
import higashiyamato from './higashiyamato.json' with { type: 'json' };

const Words = v.strictObject({
  ja: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty())
});
const Day = v.pipe(v.string(), v.isoDate());
const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const Venue = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+$/)),
  name: Words,
  kana: v.string(),
  address: v.string(),
  telephone: v.string(),
  /** 0 is Sunday. */
  closedWeekdays: v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
  opens: ClockTime,
  closes: ClockTime
});

const City = v.strictObject({
  id: v.string(),
  name: Words,
  prefecture: Words,
  office: Words,
  telephone: v.strictObject({ number: v.string(), hours: Words }),
  venues: v.pipe(v.array(Venue), v.minLength(1)),
  plan: v.strictObject({
    title: Words,
    version: v.string(),
    begins: Day,
    ends: Day,
    measures: v.strictObject({ begins: Day, ends: Day }),
    kpi: v.strictObject({
      name: Words,
      factor: v.number(),
      baselineMeasured: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
      resultMeasured: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/))
    })
  }),
  rules: v.strictObject({
    weather: v.strictObject({ time: ClockTime, warnings: Words }),
    /** Whole fiscal years that rows are kept after the one they belong to. */
    retentionFiscalYears: v.strictObject({
      signUp: v.number(),
      helpRequest: v.number(),
      assistance: v.number(),
      supporter: v.number(),
      audit: v.number()
    }),
    pledge: v.strictObject({ version: v.string() })
  }),
  helplines: v.strictObject({ consumer: v.string(), police: v.string(), emergency: v.string() })
});

export type City = v.InferOutput<typeof City>;
export type CityVenue = v.InferOutput<typeof Venue>;

const files: Readonly<Record<string, unknown>> = { higashiyamato };

/**
 * The city an installation serves: another city is another file here and `CITY` set to its name.
 * Read at build for the pages that are made ahead. Throws with the first wrong field.
 */
export function loadCity(id: string): City {
  const file = files[id];
  if (file === undefined) {
    throw new Error(
      `CITY=${id}: there is no src/city/${id}.json; known are ${Object.keys(files).join(', ')}`
    );
  }
  const city = v.safeParse(City, file);
  if (city.success) return city.output;
  const [issue] = city.issues;
  throw new Error(`src/city/${id}.json: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
