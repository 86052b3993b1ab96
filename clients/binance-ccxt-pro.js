'use strict';

// Watches and trades on a simulated Binance with ccxt's streams, unchanged but for the addresses.
//
//   node binance-ccxt-pro.js ORIGIN KEY SECRET
//
// Writes one line of JSON and ends with status 0 when everything went as a trader expects it.

const { proExchange, expect, run } = require('./harness');

const SYMBOL = 'BTC/USDT';

async function main([origin, key, secret]) {
  expect(origin && key && secret, 'usage: node binance-ccxt-pro.js ORIGIN KEY SECRET', null);
  const ex = proExchange(origin, key, secret);
  await ex.loadHttpProxyAgent();
  try {
    await ex.loadMarkets();
    let book = await ex.watchOrderBook(SYMBOL);
    const from = book.nonce;
    let updates = 0;
    while (updates < 5) {
      book = await ex.watchOrderBook(SYMBOL);
      expect(book.bids[0][0] < book.asks[0][0], 'the book is crossed', [book.bids[0], book.asks[0]]);
      updates += 1;
    }
    expect(book.nonce > from, 'the book goes on', [from, book.nonce]);

    const ticker = await ex.watchTicker(SYMBOL);
    expect(ticker.last > 0, 'ticker', ticker);
    const trades = await ex.watchTrades(SYMBOL);
    expect(trades.length > 0 && trades[0].price > 0, 'trades', trades);

    await ex.authenticate(); // an order placed before the venue has taken the subscription would go unseen
    const watched = ex.watchOrders(SYMBOL);
    const mine = ex.watchMyTrades(SYMBOL);
    const balance = ex.watchBalance();
    const price = ex.priceToPrecision(SYMBOL, book.bids[0][0] * 0.8);
    const placed = await ex.createOrder(SYMBOL, 'limit', 'buy', 0.01, price);
    const [told] = await watched;
    expect(told.id === placed.id && told.status === 'open', 'order told', told);
    const next = ex.watchOrders(SYMBOL);
    await ex.cancelOrder(placed.id, SYMBOL);
    const cancelled = (await next).find((order) => order.id === placed.id);
    expect(cancelled.status === 'canceled', 'cancel told', cancelled);
    const bought = await ex.createOrder(SYMBOL, 'market', 'buy', 0.02);
    const [fill] = await mine;
    expect(fill.order === bought.id && fill.fee.currency === 'BTC', 'trade told', fill);
    const funds = await balance;
    expect(funds.USDT.total > 0, 'balance told', funds);
    return { updates, trades: trades.length, order: placed.id, fill: fill.id };
  } finally {
    await ex.close();
  }
}

run(main);
