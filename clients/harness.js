'use strict';

// What all scripts share: clients whose addresses lead to the simulator, and words for what should be so.

const ccxt = require('ccxt');

// Points every address of a client at ORIGIN, such as http://127.0.0.1:8080; paths stay.
function redirect(urls, host) {
  for (const [name, url] of Object.entries(urls)) {
    if (typeof url === 'string') {
      const moved = new URL(url);
      moved.protocol = url.startsWith('ws') ? 'ws:' : 'http:';
      moved.host = host;
      urls[name] = moved.toString().replace(/\/$/, url.endsWith('/') ? '/' : '');
    } else {
      redirect(url, host);
    }
  }
}

function redirected(client, origin) {
  redirect(client.urls.api, new URL(origin).host);
  return client;
}

function exchange(origin, apiKey, secret) {
  return redirected(new ccxt.binance({ apiKey, secret, enableRateLimit: false }), origin);
}

function proExchange(origin, apiKey, secret) {
  return redirected(new ccxt.pro.binance({ apiKey, secret, enableRateLimit: false }), origin);
}

function expect(condition, what, value) {
  if (!condition) {
    throw new Error(`${what}: ${JSON.stringify(value)}`);
  }
}

async function refused(kind, what, call) {
  try {
    await call();
  } catch (error) {
    expect(error instanceof kind, `${what} should be ${kind.name}`, `${error.constructor.name} ${error.message}`);
    return;
  }
  throw new Error(`${what} should be refused with ${kind.name}`);
}

// Runs a script's main with its arguments; writes one line of JSON and sets the status.
function run(main) {
  main(process.argv.slice(2)).then(
    (result) => {
      console.log(JSON.stringify({ ok: true, client: `ccxt ${ccxt.version}`, ...result }));
    },
    (error) => {
      console.log(JSON.stringify({ ok: false, error: String(error.stack || error) }));
      process.exitCode = 1;
    });
}

module.exports = { ccxt, exchange, proExchange, expect, refused, run };
