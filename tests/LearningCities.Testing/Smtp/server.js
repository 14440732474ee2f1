// An SMTP server on loopback: node server.js PORT (0: any). Each line it writes is JSON: the port it listens on, then every
// letter that came. What it does with a letter is decided by the recipient's name before the @:
//   refused     550, there is no such person          later       451, come again (the first time)
//   unwanted    554, the letter itself is not taken   cut-off     takes the letter and hangs up without a word (the first time)
const { SMTPServer } = require('smtp-server');

const say = line => process.stdout.write(JSON.stringify(line) + '\n');
const fault = (code, text) => Object.assign(new Error(text), { responseCode: code });
const nameOf = address => address.address.split('@')[0].split('+')[0];
const seen = new Set();
const firstTime = address => !seen.has(address) && seen.add(address);

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo(address, session, done) {
    switch (nameOf(address)) {
      case 'refused': return done(fault(550, `<${address.address}>: no such person here`));
      case 'later': return done(firstTime(address.address) ? fault(451, `<${address.address}>: come again`) : null);
      default: return done();
    }
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('end', () => {
      const to = session.envelope.rcptTo[0];
      if (nameOf(to) === 'unwanted') return done(fault(554, `a letter to <${to.address}> is not taken`));
      say({ to: to.address, raw: Buffer.concat(chunks).toString('base64') });
      if (nameOf(to) === 'cut-off' && firstTime(to.address)) return cutOff(session);
      return done();
    });
  },
});

function cutOff(session) {
  for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
}

server.on('error', () => {}); // a client that hangs up is no reason to stop
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit()).resume(); // ends with the test, however that ends
