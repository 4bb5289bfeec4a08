import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * Structured logs without personal data: a caller passes ids and codes only. The paths below are
 * a second fence, for objects that come from elsewhere (a request, an error with its query).
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'name',
        'kana',
        'phone',
        'email',
        'password',
        'token',
        'cookie',
        'authorization',
        '*.name',
        '*.kana',
        '*.phone',
        '*.email',
        '*.password',
        '*.token',
        '*.cookie',
        '*.authorization',
        'error.parameters',
        'error.detail'
      ],
      censor: '…'
    }
  });
}
