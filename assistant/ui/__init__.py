"""The page: what shows answers in a browser. Gradio, FastAPI and uvicorn are imported here and nowhere else."""
