/** An element with attributes and children; texts become text nodes, never markup. */
export function node<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>>, children: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
