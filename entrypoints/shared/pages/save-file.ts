/** How long the browser is given to begin taking the bytes over; a long file goes on being read after that. */
const TAKEN_AFTER_MS = 600_000;

/** Hands a file to the browser to save under its name, which must hold nothing of a patient. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER_MS);
}

/** The same for a text; JSON unless another type is given. */
export function saveText(name: string, text: string, type = 'application/json'): void {
  saveFile(new File([text], name, { type }));
}
