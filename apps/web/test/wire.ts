import type { Page, WebSocketRoute } from 'playwright-core';

/**
 * What lies between the sockets of a page and the product, and may break: `drop` closes what is open, `cut` lets nothing
 * open either, and `die` keeps sockets open through which nothing goes any more, as when a laptop changes its network.
 */
export class Wire {
  readonly #open = new Set<WebSocketRoute>();
  readonly #dead = new Set<WebSocketRoute>();
  #isCut = false;
  /** Sockets that the page opened so far. */
  opened = 0;
  /** What came over them, as text. */
  readonly heard: string[] = [];

  /** To be put in before the page that opens the socket. */
  static async into(page: Page): Promise<Wire> {
    const wire = new Wire();
    await page.routeWebSocket(/\/v1\/realtime$/, (route) => {
      wire.#route(route);
    });
    return wire;
  }

  #route(page: WebSocketRoute): void {
    this.opened += 1;
    if (this.#isCut) {
      void page.close({ code: 1012 });
      return;
    }
    const product = page.connectToServer();
    this.#open.add(page);
    page.onMessage((message) => {
      if (!this.#dead.has(page)) product.send(message);
    });
    product.onMessage((message) => {
      if (this.#dead.has(page)) return;
      this.heard.push(message.toString());
      page.send(message);
    });
    page.onClose(() => {
      this.#open.delete(page);
      void product.close();
    });
    product.onClose((code) => {
      this.#open.delete(page);
      void page.close(code === undefined ? {} : { code });
    });
  }

  async drop(): Promise<void> {
    const open = [...this.#open];
    this.#open.clear();
    await Promise.all(open.map((page) => page.close({ code: 1012 })));
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    await this.drop();
  }

  mend(): void {
    this.#isCut = false;
  }

  /** What is open now; what opens later is alive. */
  die(): void {
    for (const page of this.#open) this.#dead.add(page);
  }
}
