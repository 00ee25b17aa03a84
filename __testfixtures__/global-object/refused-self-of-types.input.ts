export function count(this: { count: number }): void {
  const self = this;
  window.setInterval(() => self.count++, 5000);
}
