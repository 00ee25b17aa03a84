const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
browser.tabs.create({ url: 'http://example.com/' });
fetch('http://localhost:8080/');
fetch('http://127.0.0.1/');
const names = new Map();
names.get('http://example.com/');
document.body.append(svg);
