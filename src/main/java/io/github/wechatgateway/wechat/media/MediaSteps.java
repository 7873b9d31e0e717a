package io.github.wechatgateway.wechat.media;

import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.thread.FewThreads;
import io.github.wechatgateway.wechat.WeChat;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/** Puts uploads and downloads together, each step by the name that routes/wechat/ uses. */
public final class MediaSteps {
  private MediaSteps() {}

  /** Binds the steps, and gives what uploads the files of replies. */
  public static UploadReplyFiles bind(
      CamelContext context, WeChat wechat, MediaLimits limits, Spool spool) throws Exception {
    MediaCheck check = new MediaCheck(limits);
    // Each who waits holds a spooled file, or is a handler's or a program's reply.
    Executor threads =
        new FewThreads(
            context.getExecutorServiceManager().newCachedThreadPool(MediaSteps.class, "media"),
            limits.threads());
    AsyncProducer uploadMedia = context.getEndpoint("direct:upload-media").createAsyncProducer();
    context.addService(uploadMedia);

    Registry registry = context.getRegistry();
    registry.bind("check-media", new AsyncStep(new CheckMedia(check, limits.folders(), threads)));
    registry.bind("read-upload", new ReadUpload());
    registry.bind("ask-for-media", new AskForMedia(spool));
    registry.bind("read-download", new AsyncStep(new ReadDownload(wechat, limits.videoHosts())));
    Uploads uploads = new Uploads(limits.maxUploads(), InstantSource.system());
    UploadReplyFiles files =
        new UploadReplyFiles(
            new UploadFile(
                context,
                uploadMedia,
                check,
                limits.folders(),
                uploads,
                threads,
                limits.maxUploads()));
    registry.bind("reply-files", files);
    return files;
  }
}
