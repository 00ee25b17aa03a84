addEventListener('message', ({ data }) => eval(data));
