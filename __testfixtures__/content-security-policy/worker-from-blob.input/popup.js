const url = URL.createObjectURL(new Blob(['postMessage(1)']));
new Worker(url).onmessage = ({ data }) => console.log(data);
