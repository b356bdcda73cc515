declare const __OVERTURN_BUILD__: 'store' | 'demo';

const BOX = 'position:fixed;box-sizing:border-box;border:2px solid #1d4ed8;border-radius:4px;background:rgba(29,78,216,.10);pointer-events:none;';
const HOST = 'all:initial;position:fixed;z-index:2147483645;inset:0 auto auto 0;width:0;height:0;overflow:visible;pointer-events:none;';

/**
 * The outline of a value on the page: in the frame the value stands in, whichever that is, and in a layer of our own.
 * The layer is in the document only while something is outlined.
 */
export class Outline {
  readonly #host: HTMLElement;
  readonly #box: HTMLElement;

  constructor() {
    this.#host = document.createElement('overturn-mark');
    this.#host.style.cssText = HOST;
    this.#box = document.createElement('div');
    this.#box.className = 'mask';
    this.#host.attachShadow({ mode: __OVERTURN_BUILD__ === 'demo' ? 'open' : 'closed' }).append(this.#box);
  }

  show({ left, top, width, height }: DOMRect): void {
    this.#box.style.cssText = `${BOX}left:${left - 4}px;top:${top - 4}px;width:${width + 8}px;height:${height + 8}px`;
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }

  clear(): void {
    this.#host.remove();
  }
}
