export function isDark() {
  return localStorage.mode === 'dark';
}
