let theme = 'light';
function setTheme(name) {
  theme = name;
}
function icon() {
  return `icon-${theme}.png`;
}
