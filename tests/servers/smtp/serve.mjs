// SMTP servers that fail when told to, for tests: serve.mjs SMTP_PORT CONTROL_PORT
// Control: POST / starts one more and tells its id and port, so that no test disturbs another; the first has the id 0.
// PUT /id with a JSON list of faults, each used once (421-connect, 452-mail, 450-rcpt, 451-data, 554-data, slow-data:MS,
// lost-after-data, stored-after-data); GET /id tells what has come; DELETE /id forgets all.
import { createServer } from 'node:http';
import { SMTPServer } from 'smtp-server';

const [smtpPort, controlPort] = process.argv.slice(2).map(Number);
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

function start(port, ready) {
  const state = { mails: [], faults: [] };
  const take = (name) => {
    const at = state.faults.findIndex((fault) => fault.split(':')[0] === name);
    return at < 0 ? null : state.faults.splice(at, 1)[0];
  };
  const hangUp = (session) => {
    for (const connection of server.connections) {
      if (connection.session.id === session.id) {
        connection._socket.destroy();
      }
    }
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (session, done) => done(take('421-connect') ? refusal(421, '4.3.2 try later') : null),
    onAuth: (auth, session, done) =>
      auth.password === 'secret' ? done(null, { user: auth.username }) : done(refusal(535, '5.7.8 bad credentials')),
    onMailFrom: (address, session, done) => done(take('452-mail') ? refusal(452, '4.2.2 too many') : null),
    onRcptTo: (address, session, done) => {
      if (take('450-rcpt')) {
        done(refusal(450, '4.2.1 mailbox busy'));
      } else if (address.address.startsWith('unknown')) {
        done(refusal(550, '5.1.1 no such user'));
      } else {
        done();
      }
    },
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const store = (acknowledged) =>
          state.mails.push({ envelope: session.envelope, raw: Buffer.concat(chunks).toString('latin1'), acknowledged });
        if (take('lost-after-data')) {
          return hangUp(session);
        }
        if (take('stored-after-data')) {
          store(false);
          return hangUp(session);
        }
        if (take('451-data')) {
          return done(refusal(451, '4.3.0 local error'));
        }
        if (take('554-data')) {
          return done(refusal(554, `5.7.1 refused for ${session.envelope.rcptTo[0].address}`));
        }
        const slow = Number(take('slow-data')?.split(':')[1] ?? 0);
        setTimeout(() => done(null, `2.0.0 queued as ${store(true)}`), slow);
      });
    },
  });
  server.on('error', () => {});
  server.listen(port, '127.0.0.1', () => ready(server.server.address().port));
  return state;
}

const servers = [start(smtpPort, () => console.log('ready'))];

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  response.setHeader('content-type', 'application/json');
  if (request.method === 'POST') {
    const id = servers.length;
    servers.push(start(0, (port) => response.end(JSON.stringify({ id, port }))));
    return;
  }
  const state = servers[Number(request.url.slice(1))];
  if (request.method === 'PUT') {
    state.faults = JSON.parse(body);
  } else if (request.method === 'DELETE') {
    [state.mails, state.faults] = [[], []];
  }
  response.end(JSON.stringify(state));
}).listen(controlPort, '127.0.0.1');
