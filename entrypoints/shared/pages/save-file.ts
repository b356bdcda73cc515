/** How long the browser is given to take the bytes over. */
const TAKEN_AFTER_MS = 60_000;

/** Hands a text to the browser as a file to save. The name must hold nothing of a patient. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER_MS);
}
