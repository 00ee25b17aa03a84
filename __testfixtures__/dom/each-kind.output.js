chrome.alarms.onAlarm.addListener(async ({ name }) => {
  if (name === 'icon') drawIcon();
});

function drawIcon() {
  const canvas = new OffscreenCanvas(19, 19);
  const context = canvas.getContext('2d');
  context.fillRect(0, 0, 19, 19);
  chrome.browserAction.setIcon({ imageData: context.getImageData(0, 0, 19, 19) });
}

function load(url, done) {
  const image = new Image();
  image.onload = () => done(image);
  image.src = url;
}

function ding() {
  new Audio('ding.mp3').play();
}

function hostOf(url) {
  try {
    return new URL(url, location.origin).hostname;
  } catch {
    return '';
  }
}

function escapeHtml(text) {
  const div = document.createElement('div');
  div.textContent = text;
  return div.innerHTML;
}

function frame(url) {
  const iframe = document.createElement('iframe');
  iframe.src = url;
  document.body.appendChild(iframe);
}

function addScript(path) {
  const script = document.createElement('script');
  script.src = path;
  document.head.appendChild(script);
}

function save(text) {
  const url = URL.createObjectURL(new Blob([text]));
  chrome.downloads.download({ url }, () => URL.revokeObjectURL(url));
}

function help() {
  window.open('help.html');
}

function restart() {
  location.reload();
}

function leave() {
  location.href = 'options.html';
}

function isDark() {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

function where(done) {
  navigator.geolocation.getCurrentPosition(done);
}

function record(done) {
  navigator.mediaDevices.getUserMedia({ audio: true }).then(done);
}

function say(text) {
  speechSynthesis.speak(new SpeechSynthesisUtterance(text));
}

function call() {
  return new RTCPeerConnection();
}

function compute(data) {
  const worker = new Worker('worker.js');
  worker.postMessage(data);
}

function tell(title) {
  new Notification(title);
}

function popupLeft(width) {
  return screen.availWidth - width;
}

function count(event) {
  navigator.sendBeacon('https://example.com/count', event);
}

function battery() {
  return navigator.getBattery();
}

function plugins() {
  return navigator.plugins.length;
}

function base() {
  return location.href;
}

function watch(node, callback) {
  new MutationObserver(callback).observe(node, { childList: true });
}

function lazily() {
  return import('./lazy.js');
}

function pressed() {
  return new KeyboardEvent('keydown');
}

Object.assign(self, { load, ding, hostOf, escapeHtml, frame, addScript, save, help, restart, leave, isDark, where, record, say, call, compute, tell, popupLeft, count, battery, plugins, base, watch, lazily, pressed });
