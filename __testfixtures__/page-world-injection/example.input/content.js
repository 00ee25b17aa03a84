const script = document.createElement('script');
script.textContent = `(${patch})()`;
document.documentElement.append(script);
script.remove();

function patch() {
  window.open = () => null;
}
