pytest_plugins = ["usbd4j"]
