self.Shared = { wait: (time) => new Promise((resolve) => self.setTimeout(resolve, time)) };
