'use strict';

// Trades on a simulated Binance with ccxt, unchanged but for the addresses.
//
//   node binance-ccxt.js ORIGIN KEY SECRET
//
// ORIGIN is such as http://127.0.0.1:8080. Writes one line of JSON and ends with status 0 when everything went as a
// trader expects it; otherwise names the first thing that did not and ends with status 1.

const { ccxt, exchange, expect, refused, run } = require('./harness');

const SYMBOL = 'BTC/USDT';

async function main([origin, key, secret]) {
  expect(origin && key && secret, 'usage: node binance-ccxt.js ORIGIN KEY SECRET', null);
  const ex = exchange(origin, key, secret);
  const markets = await ex.loadMarkets();
  const market = markets[SYMBOL];
  expect(market && market.active && market.limits.amount.min > 0, 'market', market);

  const ticker = await ex.fetchTicker(SYMBOL);
  expect(ticker.bid > 0 && ticker.ask > ticker.bid, 'ticker', ticker);
  const book = await ex.fetchOrderBook(SYMBOL, 20);
  expect(book.bids.length > 0 && book.asks.length > 0 && book.bids[0][0] < book.asks[0][0], 'order book', book);
  const trades = await ex.fetchTrades(SYMBOL);
  expect(Array.isArray(trades), 'trades', trades);
  const before = await ex.fetchBalance();
  expect(before.USDT.free > 1000, 'balance', before.USDT);

  const price = ex.priceToPrecision(SYMBOL, book.bids[0][0] * 0.8);
  const placed = await ex.createOrder(SYMBOL, 'limit', 'buy', 0.01, price);
  expect(placed.status === 'open', 'placed order', placed);
  const found = await ex.fetchOrder(placed.id, SYMBOL);
  expect(found.status === 'open' && found.remaining === 0.01, 'found order', found);
  const locked = await ex.fetchBalance();
  expect(locked.USDT.used > before.USDT.used, 'locked balance', locked.USDT);
  const open = await ex.fetchOpenOrders(SYMBOL);
  expect(open.some((order) => order.id === placed.id), 'open orders', open);
  await ex.cancelOrder(placed.id, SYMBOL);
  const cancelled = await ex.fetchOrder(placed.id, SYMBOL);
  expect(cancelled.status === 'canceled', 'cancelled order', cancelled);
  await refused(ccxt.OrderNotFound, 'cancelling it again', () => ex.cancelOrder(placed.id, SYMBOL));

  const market1 = await ex.createOrder(SYMBOL, 'market', 'buy', 0.02);
  const filled = await ex.fetchOrder(market1.id, SYMBOL);
  expect(filled.status === 'closed' && filled.filled === 0.02, 'market order', filled);
  const mine = await ex.fetchMyTrades(SYMBOL);
  const bought = mine.filter((trade) => trade.order === market1.id);
  expect(bought.length > 0 && bought[0].fee.currency === 'BTC', 'my trades', mine);
  const after = await ex.fetchBalance();
  expect(after.BTC.total > before.BTC.total && after.USDT.total < before.USDT.total, 'balance after', after);
  const all = await ex.fetchOrders(SYMBOL);
  expect(all.length === 2, 'all orders', all);
  const candles = await ex.fetchOHLCV(SYMBOL, '1m');
  expect(candles.length > 0, 'candles', candles);
  const fee = await ex.privateGetAccountCommission({ symbol: market.id });
  expect(fee.standardCommission.taker === '0.00100000', 'commission', fee);

  // The client itself refuses what it can see; the raw call lets the venue speak.
  const raw = { symbol: market.id, side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', price };
  await refused(ccxt.InvalidOrder, 'an order below the lot', () =>
    ex.privatePostOrder({ ...raw, quantity: '0.000001' }));
  await refused(ccxt.InsufficientFunds, 'an order beyond the balance', () =>
    ex.createOrder(SYMBOL, 'limit', 'buy', 100, price));
  await refused(ccxt.OrderNotFound, 'an unknown order', () => ex.fetchOrder('999999999', SYMBOL));
  await refused(ccxt.AuthenticationError, 'a wrong secret', () =>
    exchange(origin, key, 'x'.repeat(64)).privateGetAccount());
  await refused(ccxt.AuthenticationError, 'an unknown key', () =>
    exchange(origin, 'x'.repeat(64), secret).privateGetAccount());

  // Stops and pairs are the venue's own here, not the client's.
  const stop = await ex.createOrder(SYMBOL, 'STOP_LOSS_LIMIT', 'sell', 0.01, price, { stopPrice: price });
  const waiting = await ex.fetchOrder(stop.id, SYMBOL);
  expect(waiting.status === 'open' && waiting.triggerPrice === Number(price), 'stop', waiting);
  const edited = await ex.editOrder(stop.id, SYMBOL, 'limit', 'buy', 0.01, price);
  expect(edited.status === 'open' && edited.id !== stop.id, 'edited order', edited);
  await ex.cancelAllOrders(SYMBOL);
  expect((await ex.fetchOpenOrders(SYMBOL)).length === 0, 'open orders after all', null);

  return {
    markets: Object.keys(markets).length, limit: placed.id, market: market1.id, fills: bought.length,
    price: filled.average,
  };
}

run(main);
