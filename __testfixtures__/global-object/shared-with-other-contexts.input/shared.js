window.Shared = { wait: (time) => new Promise((resolve) => window.setTimeout(resolve, time)) };
