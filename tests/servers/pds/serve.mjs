// A Bluesky PDS and the directory of identities that it needs, for tests: serve.mjs DATA PDS_PORT PLC_PORT
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [data, pdsPort, plcPort] = process.argv.slice(2);
const { Database, PlcServer } = createRequire(import.meta.url)('@did-plc/server');
const { PDS, readEnv } = await import('@atproto/pds');
const { Secp256k1Keypair } = await import('@atproto/crypto');

const plc = PlcServer.create({ db: Database.mock(), port: Number(plcPort) });
await plc.start();

const blobs = join(data, 'blobs');
mkdirSync(blobs, { recursive: true });
const rotation = await Secp256k1Keypair.create({ exportable: true });
Object.assign(process.env, {
  PDS_PORT: pdsPort,
  PDS_HOSTNAME: 'localhost',
  PDS_DEV_MODE: 'true',
  PDS_DATA_DIRECTORY: data,
  PDS_BLOBSTORE_DISK_LOCATION: blobs,
  PDS_DID_PLC_URL: `http://127.0.0.1:${plcPort}`,
  PDS_JWT_SECRET: randomBytes(16).toString('hex'),
  PDS_ADMIN_PASSWORD: randomBytes(16).toString('hex'),
  PDS_DPOP_SECRET: randomBytes(32).toString('hex'),
  PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: Buffer.from(await rotation.export()).toString('hex'),
  PDS_INVITE_REQUIRED: 'false',
  PDS_SERVICE_HANDLE_DOMAINS: '.test',
  PDS_DISABLE_SSRF_PROTECTION: 'true',
  PDS_RATE_LIMITS_ENABLED: process.env.PDS_RATE_LIMITS_ENABLED ?? 'false',
  PDS_CRAWLERS: '',
  LOG_ENABLED: process.env.LOG_ENABLED ?? 'false',
});
const pds = await PDS.fromEnv(readEnv());
await pds.start();
console.log('ready');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await pds.destroy();
    await plc.destroy();
    process.exit(0);
  });
}
