import { createServer } from 'vite';

/** The development server with demonstration data; the database is prepared by a first `npm start`. */
process.env['DEMO'] ??= '1';
const server = await createServer({ server: { port: Number(process.env['PORT'] ?? 3000) } });
await server.listen();
server.printUrls();
