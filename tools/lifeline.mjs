/**
 * Loaded before the product by `npm start`. The starter may be killed in a way that it cannot pass on;
 * then the channel to it closes, and the product stops as if it had been asked to.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
