const context = new AudioContext();
browser.runtime.onMessage.addListener((message) => {
  speechSynthesis.speak(new SpeechSynthesisUtterance(message.text));
  window.speechSynthesis.speak(new SpeechSynthesisUtterance(message.text));
  speechSynthesis.cancel();
  const peer = new RTCPeerConnection();
  navigator.geolocation.watchPosition((position) => console.log(position));
  navigator.geolocation.getCurrentPosition((position) => console.log(position));
  console.log(context, peer, navigator.onLine, speechSynthesis.getVoices());
});
