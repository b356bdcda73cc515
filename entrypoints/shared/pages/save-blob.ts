/** How long the browser is given to begin taking the bytes over; a long file goes on being read after that. */
const TAKEN_AFTER_MS = 600_000;

/** Hands a file to the browser to save under its name, which must hold nothing of a patient. */
export function saveBlob(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_AFTER_MS);
}
