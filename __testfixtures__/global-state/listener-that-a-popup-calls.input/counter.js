function onMessage(message) {
  if (message.open) opened++;
  console.log(message);
}
