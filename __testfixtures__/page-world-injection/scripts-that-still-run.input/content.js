const file = document.createElement('script');
file.src = chrome.runtime.getURL('page.js');
file.onload = () => file.remove();
document.documentElement.append(file);

const data = document.createElement('script');
data.type = 'application/json';
data.textContent = JSON.stringify({ a: 1 });

const style = document.createElement('style');
style.textContent = 'body { color: red }';

const link = document.createElement('a');
link.href = 'javascript:void(0)';

function fill(script) {
  script.textContent = 'x';
}
