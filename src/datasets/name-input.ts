/** How a person knows the input: its path, or "standard input" for `-`. */
export function nameInput(file: string): string {
  return file === '-' ? 'standard input' : file;
}
