class Worker {
  postMessage(message) { console.log(message); }
}
const Audio = () => ({ play() {} });
new Worker().postMessage(Audio());
