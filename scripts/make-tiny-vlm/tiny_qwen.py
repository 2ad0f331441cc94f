"""A Qwen2.5-VL of 264 tokens and two layers."""
from dimensions import CONTEXT, HEAD_DIM, HEADS, HIDDEN, KV_HEADS, LAYERS
from vision_graphs import QWEN_FRAMES, QWEN_MERGE, QWEN_PATCH, write_patch_encoder
from vocabulary import Vocabulary

SPECIAL = ["<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|vision_start|>", "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>"]
TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}"
    "<|im_end|>\n{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SIDE = QWEN_PATCH * QWEN_MERGE

seed = 2
vocabulary = Vocabulary(SPECIAL, "<|im_end|>", "\n")
sections = [2, 3, 3]
write_vision = write_patch_encoder
files = {
    "config.json": {
        "model_type": "qwen2_5_vl", "architectures": ["Qwen2_5_VLForConditionalGeneration"],
        "image_token_id": vocabulary.id_of("<|image_pad|>"), "video_token_id": vocabulary.id_of("<|video_pad|>"),
        "vision_start_token_id": vocabulary.id_of("<|vision_start|>"), "vision_end_token_id": vocabulary.id_of("<|vision_end|>"),
        "eos_token_id": vocabulary.end_of_turn, "vision_config": {"spatial_merge_size": QWEN_MERGE},
        "text_config": {
            "model_type": "qwen2_5_vl_text", "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "num_key_value_heads": KV_HEADS,
            "head_dim": HEAD_DIM, "hidden_size": HIDDEN, "max_position_embeddings": CONTEXT, "vocab_size": vocabulary.size,
        },
    },
    "generation_config.json": {"eos_token_id": [vocabulary.end_of_turn, vocabulary.id_of("<|endoftext|>")]},
    "preprocessor_config.json": {
        "processor_class": "Qwen2_5_VLProcessor", "image_processor_type": "Qwen2VLImageProcessor", "do_convert_rgb": True,
        "do_resize": True, "min_pixels": 4 * SIDE**2, "max_pixels": 64 * SIDE**2,
        "patch_size": QWEN_PATCH, "temporal_patch_size": QWEN_FRAMES, "merge_size": QWEN_MERGE,
        "do_rescale": True, "rescale_factor": 1 / 255, "do_normalize": True, "image_mean": [0.5] * 3, "image_std": [0.5] * 3, "resample": 3,
    },
    "tokenizer.json": vocabulary.tokenizer(),
    "tokenizer_config.json": {"tokenizer_class": "Qwen2Tokenizer", "eos_token": "<|im_end|>", "chat_template": TEMPLATE},
}
